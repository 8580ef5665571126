import { sql } from 'drizzle-orm'
import type { IconName } from '../../views/icon.tsx'
import type { TimelineItem } from '../../views/timeline.tsx'
import { formatAgo, formatMoment } from '../i18n/format.ts'
import type { Scope } from '../scope.ts'
import { recordText } from './messages.ts'
import { tellAction, tellChanges } from './telling.ts'

type Row = {
  at: Date
  actor: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  reason: string | null
}

const icons: Record<string, IconName> = {
  created: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'restore',
  disabled: 'user-off',
  enabled: 'lock-open',
  'signed-in': 'login',
  'signed-out': 'logout',
  'sign-in-refused': 'ban',
  'password-set': 'key',
  'reset-asked': 'help',
  'link-made': 'link',
  'sessions-ended': 'power',
}

/** The latest that happened to one record, out of the audit trail, ready to be drawn. */
export async function readHistory(
  scope: Scope,
  object: string,
  recordId: string,
  limit: number,
): Promise<TimelineItem[]> {
  const rows = await scope.db.execute<Row>(sql`
    select a.at, u.name as actor, a.action, a.before, a.after, a.reason from core.audit a
    left join core.users u on u.company_id = a.company_id and u.id = a.actor_id
    where a.company_id = ${scope.company.id} and a.object = ${object} and a.record_id = ${recordId}
    order by a.id desc limit ${limit}`)
  const { locale, company } = scope
  return rows.map((row) => ({
    icon: icons[row.action] ?? 'history',
    who: row.actor ?? recordText(locale).nobody,
    did: tellAction(locale, [], row.action),
    at: row.at,
    when: formatAgo(locale, company.timeZone, row.at, scope.now()),
    exact: formatMoment(locale, company.timeZone, row.at),
    changes: row.action === 'changed' ? tellChanges(locale, row) : undefined,
    text: row.reason ?? undefined,
  }))
}

/** Who saved a record last, and when, for the page of a version conflict. */
export async function lastSaved(
  scope: Scope,
  object: string,
  recordId: string,
): Promise<{ savedBy: string | null; savedAt: Date }> {
  const [row] = await scope.db.execute<{ savedBy: string | null; savedAt: Date }>(sql`
    select u.name as "savedBy", a.at as "savedAt" from core.audit a
    left join core.users u on u.company_id = a.company_id and u.id = a.actor_id
    where a.company_id = ${scope.company.id} and a.object = ${object} and a.record_id = ${recordId}
    order by a.id desc limit 1`)
  return row ?? { savedBy: null, savedAt: scope.now() }
}

/**
 * Who made the version of a record that is stored, leaving out what this request itself was refused.
 * @param deeds the actions that make a version: notes and tags make none
 */
export async function readSaver(
  { db, company, requestId }: Scope,
  object: string,
  recordId: string,
  deeds: readonly string[],
): Promise<string | null> {
  const [row] = await db.execute<{ name: string }>(sql`
    select u.name from core.audit a
    join core.users u on u.company_id = a.company_id and u.id = a.actor_id
    where a.company_id = ${company.id} and a.object = ${object} and a.record_id = ${recordId}
      and a.action = any(${sql.param(deeds)}::text[]) and a.request_id <> ${requestId}
    order by a.id desc limit 1`)
  return row?.name ?? null
}
