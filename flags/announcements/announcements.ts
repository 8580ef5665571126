import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { notify } from '../../core/notify/notify.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'

export const announcementObject = 'flags.announcement'

export type Announcement = {
  id: string
  kind: 'idea' | 'rule'
  title: string
  body: string
  department: string | null
  signOff: boolean
  at: Date
  /** How many it is meant for, and how many of them have read it. */
  people: number
  read: number
  readByMe: boolean
}

/** Those a department has, and those of all below it; everybody when it is meant for all. */
const meantFor = sql`(a.department_id is null or u.department_id in (
  with recursive below as (
    select d.id from core.departments d where d.company_id = a.company_id and d.id = a.department_id
    union all
    select d.id from core.departments d join below b on d.parent_id = b.id
    where d.company_id = a.company_id) select id from below))`

const hasRead = sql`exists (select from flags.announcement_receipts r
  where r.company_id = a.company_id and r.announcement_id = a.id and r.user_id = u.id
    and r.department_id is null)`

/**
 * Announcements, the latest first.
 * @param own only those that are meant for this person
 */
export const readAnnouncements = (
  { db, company, user }: Pick<Scope, 'db' | 'company' | 'user'>,
  { own = false, id }: { own?: boolean; id?: string } = {},
): Promise<Announcement[]> =>
  db.execute<Announcement>(sql`
    select a.id, a.kind, a.title, a.body, d.name as department, a.sign_off as "signOff",
      a.created_at as at, count(u.id)::int as people,
      (count(u.id) filter (where ${hasRead}))::int as read,
      coalesce(bool_or(${hasRead}) filter (where u.id = ${user.id}), false) as "readByMe"
    from flags.announcements a
    left join core.departments d on d.company_id = a.company_id and d.id = a.department_id
    left join core.users u on u.company_id = a.company_id and u.disabled_at is null and ${meantFor}
    where a.company_id = ${company.id} and a.archived_at is null ${id ? sql`and a.id = ${id}` : sql``}
    group by a.company_id, a.id, d.name
    ${own ? sql`having bool_or(u.id = ${user.id})` : sql``}
    order by a.id desc limit 50`)

/** Tells those it is meant for that there is something to read. */
export async function announce(scope: Scope, id: string): Promise<void> {
  const people = await scope.db.execute<{ id: string }>(sql`
    select u.id from flags.announcements a
    join core.users u on u.company_id = a.company_id and u.disabled_at is null and ${meantFor}
    where a.company_id = ${scope.company.id} and a.id = ${id}`)
  const [known] = await scope.db.execute<{ title: string }>(sql`
    select title from flags.announcements where company_id = ${scope.company.id} and id = ${id}`)
  const ids = people.map((one) => one.id)
  await notify(scope, ids, 'rollout.announcement', { recordId: id }, { text: known?.title })
}

/** One that is meant for this person. @throws Refusal 404 else */
export async function ownAnnouncement(scope: Scope, id: string): Promise<Announcement> {
  const [found] = await readAnnouncements(scope, { own: true, id })
  if (!found) throw notFound()
  return found
}

/** Notes that this person has read it, once. */
export async function markAsRead(scope: Scope, id: string): Promise<void> {
  const { readByMe } = await ownAnnouncement(scope, id)
  if (readByMe) return
  await receive(scope, id, null)
  await recordAudit(scope, { action: 'read', object: announcementObject, recordId: id })
}

/** A lead signs for their department that a rule is known and kept there, once. */
export async function signOff(scope: Scope, id: string): Promise<void> {
  const { departmentId, roles } = scope.user
  const found = await ownAnnouncement(scope, id)
  if (!found.signOff || !departmentId || !roles.includes('lead')) throw notFound()
  const signed = await readSignOffs(scope, id)
  if (signed.some((one) => one.departmentId === departmentId)) return
  await receive(scope, id, departmentId)
  const after = { departmentId }
  await recordAudit(scope, {
    action: 'signed-off',
    object: announcementObject,
    recordId: id,
    after,
  })
}

const receive = ({ db, company, user, now }: Scope, id: string, department: string | null) =>
  db.execute(sql`
    insert into flags.announcement_receipts (company_id, id, announcement_id, user_id,
      department_id, at)
    values (${company.id}, ${newId()}, ${id}, ${user.id}, ${department}, ${now().toISOString()})`)

export type SignOff = { departmentId: string; department: string; name: string; at: Date }

/** For which departments it was signed off, by whom. */
export const readSignOffs = (
  { db, company }: Pick<Scope, 'db' | 'company'>,
  id: string,
): Promise<SignOff[]> =>
  db.execute<SignOff>(sql`
    select r.department_id as "departmentId", d.name as department, u.name, r.at
    from flags.announcement_receipts r
    join core.departments d on d.company_id = r.company_id and d.id = r.department_id
    join core.users u on u.company_id = r.company_id and u.id = r.user_id
    where r.company_id = ${company.id} and r.announcement_id = ${id} order by r.at limit 200`)
