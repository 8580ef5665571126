import { sql } from 'drizzle-orm'
import { isId } from '../db/id.ts'
import { notFound } from '../http/refusal.ts'
import type { Scope } from '../scope.ts'
import type { Direction } from './paging.ts'
import type { Namer } from './telling.ts'

export type AuditFilter = {
  /** A part of what changed, of a reason or of an id. */
  q: string
  person: string
  object: string
  record: string
  action: string
  /** Days of the company's calendar, 2026-03-05, both included; empty when open. */
  from: string
  to: string
  /** Id of the last entry of the page before. */
  before: string
}

export type AuditRow = {
  id: string
  at: Date
  actor: string | null
  action: string
  object: string
  recordId: string | null
  /** What the record is called, as far as that is known. */
  label: string | null
  reason: string | null
  address: string | null
}

export type AuditEntry = AuditRow & {
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  requestId: string
}

export const auditPage = 50

/** A title that is kept in several languages is read in the reader's, else in the other one. */
const columns = ({ locale }: Pick<Scope, 'locale'>) => sql`
  a.id, a.at, a.action, a.object, a.record_id as "recordId", a.reason, a.address, u.name as actor,
  coalesce(
    case when a.object = 'core.user' then (select w.name from core.users w
      where w.company_id = a.company_id and w.id::text = a.record_id) end,
    case when a.object = 'core.department' then (select d.name from core.departments d
      where d.company_id = a.company_id and d.id::text = a.record_id) end,
    a.after ->> 'name', a.before ->> 'name', a.after -> 'title' ->> ${locale},
    a.after -> 'title' ->> 'zh-CN', a.after -> 'title' ->> 'en', a.after ->> 'title') as label`

const entryColumns = (scope: Scope) =>
  sql`${columns(scope)}, a.before, a.after, a.request_id as "requestId"`

const joined = sql`core.audit a
  left join core.users u on u.company_id = a.company_id and u.id = a.actor_id`

/** One page of the audit trail, newest first, and one entry more when there is a next page. */
export async function listAudit(
  scope: Scope,
  modules: readonly Namer[],
  filter: AuditFilter,
): Promise<AuditRow[]> {
  const rows = await scope.db.execute<AuditRow>(sql`
    select ${columns(scope)} from ${joined} where ${conditions(scope, filter)}
      ${isId(filter.before) ? sql`and a.id < ${filter.before}` : sql``}
    order by a.id desc limit ${auditPage + 1}`)
  return nameRecords(scope, modules, rows)
}

/** Asks the modules for the names of their records, where an entry itself does not hold them. */
async function nameRecords<Row extends AuditRow>(
  scope: Scope,
  modules: readonly Namer[],
  rows: readonly Row[],
): Promise<Row[]> {
  const known = new Map<string, string>()
  const titled = modules.flatMap(({ id, title }) => (id && title ? [{ id, title }] : []))
  for (const { object, names } of modules.flatMap(({ audited = [] }) => audited)) {
    const nameless = rows.filter((row) => row.object === object && row.label === null)
    const ids = new Set(nameless.flatMap(({ recordId }) => recordId ?? []))
    if (names && ids.size > 0)
      for (const [id, name] of await names(scope, [...ids], titled)) known.set(id, name)
  }
  return rows.map((row) => ({ ...row, label: row.label ?? known.get(row.recordId ?? '') ?? null }))
}

/** Entries with what changed, from either end; those before `filter.before`, or behind it. */
export async function listAuditEntries(
  scope: Scope,
  modules: readonly Namer[],
  filter: AuditFilter,
  direction: Direction,
  limit: number,
): Promise<AuditEntry[]> {
  const [sign, way] = direction === 'asc' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`]
  const rows = await scope.db.execute<AuditEntry>(sql`
    select ${entryColumns(scope)} from ${joined} where ${conditions(scope, filter)}
      ${isId(filter.before) ? sql`and a.id ${sign} ${filter.before}` : sql``}
    order by a.id ${way} limit ${limit}`)
  return nameRecords(scope, modules, rows)
}

/** How many entries fit, counted up to `most`; to the end, however many there are, when null. */
export async function countAudit(
  scope: Scope,
  filter: AuditFilter,
  most: number | null = 10_001,
): Promise<number> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from core.audit a where ${conditions(scope, filter)} limit ${most}) as counted`)
  return row?.count ?? 0
}

/** One entry with what changed. @throws Refusal 404 when there is none */
export async function readAuditEntry(
  scope: Scope,
  modules: readonly Namer[],
  id: string,
): Promise<AuditEntry> {
  const [entry] = await scope.db.execute<AuditEntry>(sql`
    select ${entryColumns(scope)} from ${joined}
    where a.company_id = ${scope.company.id} and a.id = ${id}`)
  if (!entry) throw notFound()
  const [named = entry] = await nameRecords(scope, modules, [entry])
  return named
}

const words = sql`lower(concat_ws(' ', a.reason, a.record_id, a.before::text, a.after::text))`

function conditions(scope: Scope, filter: AuditFilter) {
  const { timeZone } = scope.company
  const person = isId(filter.person)
    ? sql`and a.actor_id = ${filter.person}`
    : filter.person === 'nobody'
      ? sql`and a.actor_id is null`
      : sql``
  return sql`a.company_id = ${scope.company.id} ${person}
    ${filter.q ? sql`and position(lower(${filter.q}) in ${words}) > 0` : sql``}
    ${filter.object ? sql`and a.object = ${filter.object}` : sql``}
    ${filter.record ? sql`and a.record_id = ${filter.record}` : sql``}
    ${filter.action ? sql`and a.action = ${filter.action}` : sql``}
    ${filter.from ? sql`and a.at >= ${filter.from}::date::timestamp at time zone ${timeZone}` : sql``}
    ${filter.to ? sql`and a.at < (${filter.to}::date + 1)::timestamp at time zone ${timeZone}` : sql``}`
}

export type AuditChoices = {
  people: { id: string; name: string }[]
  actions: string[]
  objects: string[]
}

/** What can be filtered by: everybody, and the actions and objects of the latest entries. */
export async function readAuditChoices(scope: Scope): Promise<AuditChoices> {
  const [row] = await scope.db.execute<AuditChoices>(sql`
    with latest as (select action, object from core.audit
      where company_id = ${scope.company.id} order by id desc limit 5000)
    select
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]')
        from core.users where company_id = ${scope.company.id}) as people,
      (select coalesce(json_agg(distinct action), '[]') from latest) as actions,
      (select coalesce(json_agg(distinct object), '[]') from latest) as objects`)
  return row ?? { people: [], actions: [], objects: [] }
}
