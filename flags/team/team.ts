import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import type { TeamRole } from './roles.ts'

type Reader = Pick<Scope, 'db' | 'company'>

export type TeamMember = {
  id: string
  role: TeamRole
  name: string
  /** They may not sign in any more: the role is as good as empty. */
  left: boolean
  hoursPerWeek: number | null
  note: string | null
}

export const readTeam = ({ db, company }: Reader): Promise<TeamMember[]> =>
  db.execute<TeamMember>(sql`
    select m.id, m.role, u.name, u.disabled_at is not null as left,
      m.hours_per_week as "hoursPerWeek", m.note
    from flags.team_members m join core.users u on u.company_id = m.company_id and u.id = m.user_id
    where m.company_id = ${company.id} and m.archived_at is null order by m.id limit 200`)

export type Helped = { department: string; champions: string[] }

/** Every department with people of its own, and its champions (推广员). */
export const readChampions = ({ db, company }: Reader): Promise<Helped[]> =>
  db.execute<Helped>(sql`
    select d.name as department,
      coalesce(array_agg(u.name order by u.name) filter (where u.champion_since is not null), '{}')
        as champions
    from core.departments d
    join core.users u on u.company_id = d.company_id and u.department_id = d.id
      and u.disabled_at is null
    where d.company_id = ${company.id} and d.archived_at is null
    group by d.id, d.name order by d.name limit 200`)

export type Charter = {
  id: string
  body: string
  at: Date
  signatures: { userId: string; name: string; at: string }[]
}

/** The charter that holds: its latest version, with who signed it. */
export async function readCharter({ db, company }: Reader): Promise<Charter | undefined> {
  const [charter] = await db.execute<Charter>(sql`
    select c.id, c.body, c.at, coalesce((select json_agg(json_build_object('userId', s.user_id,
        'name', u.name, 'at', s.at) order by s.at) from flags.charter_signatures s
      join core.users u on u.company_id = s.company_id and u.id = s.user_id
      where s.company_id = c.company_id and s.charter_id = c.id), '[]') as signatures
    from flags.charters c where c.company_id = ${company.id} order by c.id desc limit 1`)
  return charter
}

/** Writes a new version of the charter, which nobody has signed yet. */
export async function writeCharter(scope: Scope, body: string): Promise<void> {
  const id = newId()
  await scope.db.execute(sql`
    insert into flags.charters (company_id, id, body, by, at)
    values (${scope.company.id}, ${id}, ${body}, ${scope.actorId}, ${scope.now().toISOString()})`)
  await recordAudit(scope, {
    action: 'created',
    object: 'flags.charter',
    recordId: id,
    after: { body },
  })
}

/**
 * Signs the version somebody has read. A second time changes nothing.
 * @returns whether it is the one that holds; a newer one must be read first
 */
export async function signCharter(scope: Scope, id: string): Promise<boolean> {
  const [known] = await scope.db.execute(sql`
    select from flags.charters where company_id = ${scope.company.id} and id = ${id}`)
  if (!known) throw notFound()
  const charter = await readCharter(scope)
  if (charter?.id !== id) return false
  const signed = await scope.db.execute(sql`
    insert into flags.charter_signatures (company_id, charter_id, user_id, at)
    values (${scope.company.id}, ${id}, ${scope.user.id}, ${scope.now().toISOString()})
    on conflict do nothing returning user_id`)
  if (signed.length > 0)
    await recordAudit(scope, { action: 'signed', object: 'flags.charter', recordId: id })
  return true
}
