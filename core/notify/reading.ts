import { sql } from 'drizzle-orm'
import type { IconName } from '../../views/icon.tsx'
import { isId } from '../db/id.ts'
import { notFound } from '../http/refusal.ts'
import { formatAgo, formatMoment } from '../i18n/format.ts'
import type { NotificationKind } from '../module.ts'
import { findSubjects, type Subject } from '../records/subjects.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { tellableNotifications } from './kinds.ts'

type Row = {
  id: string
  kind: string
  object: string | null
  recordId: string | null
  data: Record<string, unknown>
  actor: string | null
  at: Date
  unread: boolean
}

/** A notification in its reader's words. */
export type Notice = {
  id: string
  icon: IconName
  who: string | null
  did: string
  /** What it is about; null for a record out of reach by now, undefined when it is about none. */
  subject: { name: string; href: string } | null | undefined
  /** Where it leads, when it is about no record of a module. */
  href: string | undefined
  text: string | undefined
  at: Date
  when: string
  exact: string
  unread: boolean
}

export type Notices = { rows: Notice[]; next: string | undefined }

const pageSize = 30

const columns = sql`
  n.id, n.kind, n.object, n.record_id as "recordId", n.data, n.at, n.read_at is null as unread,
  (select u.name from core.users u where u.company_id = n.company_id and u.id = n.actor_id) as actor`

const mine = ({ company, user }: Scope) =>
  sql`n.company_id = ${company.id} and n.user_id = ${user.id}`

/**
 * One page of what somebody was told, newest first, without what modules that are off told.
 * @param before id of the last notification of the page before
 */
export async function readNotices(
  registry: Registry,
  scope: Scope,
  before: string,
): Promise<Notices> {
  const kinds = tellableNotifications(registry, scope)
  const rows = await scope.db.execute<Row>(sql`
    select ${columns} from core.notifications n where ${mine(scope)}
      and n.kind = any(${sql.param([...kinds.keys()])}::text[])
      ${isId(before) ? sql`and n.id < ${before}` : sql``}
    order by n.id desc limit ${pageSize + 1}`)
  const shown = rows.slice(0, pageSize)
  const subjects = await findSubjects(registry, scope, references(shown))
  return {
    rows: shown.map((row) => told(scope, row, kinds.get(row.kind), subjects)),
    next: rows.length > pageSize ? shown.at(-1)?.id : undefined,
  }
}

/** Where one notification leads. @throws Refusal 404 when it is not theirs, or leads nowhere now */
export async function placeOfNotice(registry: Registry, scope: Scope, id: string): Promise<string> {
  const kinds = tellableNotifications(registry, scope)
  const [row] = await scope.db.execute<Row>(
    sql`select ${columns} from core.notifications n where ${mine(scope)} and n.id = ${id}`,
  )
  const kind = row && kinds.get(row.kind)
  if (!kind) throw notFound()
  const { subject, href } = told(
    scope,
    row,
    kind,
    await findSubjects(registry, scope, references([row])),
  )
  const place = subject?.href ?? href
  if (!place) throw notFound()
  return place
}

const references = (rows: readonly Row[]) =>
  rows.flatMap(({ object, recordId }) => (object && recordId ? [{ object, recordId }] : []))

function told(
  scope: Scope,
  row: Row,
  kind: NotificationKind | undefined,
  subjects: ReadonlyMap<string, Subject>,
): Notice {
  const { locale, company } = scope
  const subject = row.object ? (subjects.get(row.recordId ?? '') ?? null) : undefined
  return {
    id: row.id,
    icon: kind?.icon ?? 'bell',
    who: row.actor,
    did: kind?.tell(scope, row.data) ?? '',
    subject,
    href: row.recordId ? kind?.href?.(row.recordId) : undefined,
    // What was written about a record is shown to those alone who may see the record.
    text: subject === null ? undefined : kind?.text?.(row.data),
    at: row.at,
    when: formatAgo(locale, company.timeZone, row.at, scope.now()),
    exact: formatMoment(locale, company.timeZone, row.at),
    unread: row.unread,
  }
}
