import { sql } from 'drizzle-orm'
import { readAway } from '../../../core/absences/reading.ts'
import { readMembers } from '../../../core/access/members.ts'
import { peopleWith } from '../../../core/access/people-with.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { upFrom } from '../by-department/nearest.ts'
import { editTickets } from '../rights.ts'
import { tickets } from '../tickets/schema.ts'
import type { Candidate } from './choosing.ts'

/**
 * Who may get tickets of a department: whoever works there or below, may answer tickets, has the
 * module to write in, and is not away today.
 * @param departmentId null for the whole company
 * @param above of each department the one above it
 */
export async function readCandidates(
  scope: Scope,
  registry: Registry,
  departmentId: string | null,
  above: ReadonlyMap<string, string | null>,
): Promise<Candidate[]> {
  const day = today(scope)
  const [members, able, away] = await Promise.all([
    readMembers(scope),
    peopleWith(scope, registry, editTickets),
    readAway(scope, day, day),
  ])
  const mayHave = new Set(able)
  const here = members.filter(
    (member) =>
      mayHave.has(member.id) &&
      !away.has(member.id) &&
      (departmentId === null || [...upFrom(member.departmentId, above)].includes(departmentId)) &&
      scope.modules.of(member).state('service') === 'write',
  )
  const open = await readOpen(
    scope,
    here.map(({ id }) => id),
  )
  return here.map(({ id }) => ({ id, open: open.get(id) ?? 0 }))
}

/** How many tickets people have to do. */
async function readOpen({ db, company }: Scope, people: readonly string[]) {
  const rows = await db.execute<{ id: string; open: number }>(sql`
    select owner_id as id, count(*)::int as open from ${tickets}
    where company_id = ${company.id} and owner_id = any(${sql.param(people)}::uuid[])
      and archived_at is null and state_type not in ('solved', 'closed') group by owner_id`)
  return new Map(rows.map(({ id, open }) => [id, open]))
}
