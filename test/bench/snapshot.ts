import { sql } from 'drizzle-orm'
import { readMembers } from '../../core/access/members.ts'
import { asOperator } from '../../core/access/operator.ts'
import type { Pool } from '../../core/db/connection.ts'
import { measure as measureQuality } from '../../core/quality/measuring.ts'
import { openRegistry } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import { measureAdoption } from '../../flags/adoption/measuring.ts'
import { takeSnapshot } from '../../flags/evidence/snapshots.ts'
import { startProgramme } from '../../flags/plan/programme.ts'
import { modules } from '../../modules/index.ts'

/** How many people a firm has whose week is written down. */
const people = 200

/** What is measured is not kept: the next measuring shall find the same firm. */
class Undone extends Error {}

/**
 * How long a week of the rollout takes to be written down for a whole firm, in seconds: the quality
 * of 100,000 records, the adoption of all people, and every figure of the company and its departments.
 */
export async function measureSnapshot(pool: Pool, company: string): Promise<number> {
  const registry = openRegistry(modules)
  const running = { registry, isOnForAnybody: async () => true, env: { HOSTED: false } }
  const accounts = modules
    .flatMap((module) => module.quality ?? [])
    .find(({ object }) => object === 'contacts.account')
  if (!accounts) throw new Error('Nobody says what good data of accounts are.')
  let seconds = 0
  const work = asOperator({ pool, registry }, company, 'bench', async (operator) => {
    // Who has just come is not measured yet: it is as if they had been there for three weeks.
    const later = new Date(Date.now() + 21 * 86_400_000)
    const scope: Scope = { ...operator, now: () => later }
    await hire(scope)
    const start = performance.now()
    await measureQuality(scope, accounts)
    await measureAdoption(scope, modules)
    await takeSnapshot(scope, running)
    seconds = (performance.now() - start) / 1000
    const [row] = await scope.db.execute<{ figures: number; measured: number }>(sql`
      select (select count(*)::int from flags.metric_snapshots) as figures,
        (select count(distinct user_id)::int from flags.adoption_snapshots) as measured`)
    if (!row || row.figures === 0 || row.measured < people)
      throw new Error(`The week was not written down whole: ${JSON.stringify(row)}`)
    throw new Undone()
  })
  await work.catch((error) => {
    if (!(error instanceof Undone)) throw error
  })
  return seconds
}

/** Fills the firm up to so many people, and begins its rollout. */
async function hire(scope: Scope): Promise<void> {
  const { db, company } = scope
  const members = await readMembers(scope)
  await db.execute(sql`
    with fresh as (
      insert into core.users (company_id, id, name, email, department_id)
      select ${company.id}, gen_random_uuid(), '员工' || at, 'w' || at || '@bench.example', d.id
      from generate_series(1, ${people - members.length}::int) at
      join (select id, row_number() over (order by id) - 1 as place, count(*) over () as many
        from core.departments where company_id = ${company.id}) d on d.place = at % d.many
      returning id)
    insert into core.user_roles (company_id, user_id, role)
    select ${company.id}, id, 'member' from fresh`)
  const [first] = members
  if (!first) throw new Error('There is nobody to lead the rollout.')
  await startProgramme(scope, {
    ...{ sponsorId: first.id, leadId: first.id },
    ...{ startsOn: '2026-01-05', size: 200 as const },
  })
}
