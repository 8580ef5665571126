import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { within } from '../../access/within.ts'
import { notFound } from '../../http/refusal.ts'
import { pageQuery, readRows } from '../../lists/query.ts'
import { narrow } from '../../lists/search.ts'
import type { ListState } from '../../lists/state.ts'
import { readTotal } from '../../lists/totals.ts'
import type { RecordKind } from '../../records/kind.ts'
import { en as recordEn } from '../../records/messages/en.ts'
import { zhCN as recordZh } from '../../records/messages/zh-CN.ts'
import { cutPage } from '../../records/paging.ts'
import type { Scope } from '../../scope.ts'
import { words } from '../question.ts'
import type { Question } from '../resource.ts'

/** What programs read of every record: whose it is, its tags, its times and its version. */
export const keptFields = {
  ownerId: z
    .uuid()
    .nullable()
    .meta({ label: { en: recordEn.pages.owner, 'zh-CN': recordZh.pages.owner } }),
  ownerName: z.string().nullable(),
  departmentId: z
    .uuid()
    .nullable()
    .meta({ label: { en: recordEn.pages.department, 'zh-CN': recordZh.pages.department } }),
  departmentName: z.string().nullable(),
  tags: z
    .array(z.string())
    .meta({ label: { en: recordEn.pages.tags, 'zh-CN': recordZh.pages.tags } }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
}

export type Kept = {
  id: string
  version: number
  ownerId: string | null
  ownerName: string | null
  departmentId: string | null
  departmentName: string | null
  tags: string[]
  createdAt: Date
  updatedAt: Date
  archivedAt: Date | null
}

/** Those columns, for a query over the records of one kind. */
export function keptColumns(scope: Scope, { table, object }: RecordKind): SQL {
  const company = scope.company.id
  return sql`${table.id} as id, ${table.version} as version, ${table.ownerId} as "ownerId",
    (select u.name from core.users u
      where u.company_id = ${company} and u.id = ${table.ownerId}) as "ownerName",
    ${table.departmentId} as "departmentId",
    (select d.name from core.departments d
      where d.company_id = ${company} and d.id = ${table.departmentId}) as "departmentName",
    array(select t.name from core.taggings g
      join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
      where g.company_id = ${company} and t.object = ${object} and g.record_id = ${table.id}
      order by t.name) as tags,
    ${table.createdAt} as "createdAt", ${table.updatedAt} as "updatedAt",
    ${table.archivedAt} as "archivedAt"`
}

/** The values of those columns, in the order in which programs read them. */
export const keptOf = (row: Kept) => ({
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  departmentId: row.departmentId,
  departmentName: row.departmentName,
  tags: row.tags,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  archivedAt: row.archivedAt,
})

/** The filters of both kinds, as list pages call them. */
export const keptFilters = {
  owner: words.meta({
    label: {
      en: 'Id or name of the owner; “me”, or “none” for records of nobody',
      'zh-CN': '负责人的 id 或姓名；me 表示本人，none 表示无负责人',
    },
  }),
  department: z.uuid(),
  region: words,
  tag: words.meta({ label: { en: 'Id or name of a tag', 'zh-CN': '标签的 id 或名称' } }),
  archived: z.enum(['true', 'false']).meta({
    label: { en: 'true: archived ones instead of live ones', 'zh-CN': 'true 表示只看已归档的' },
  }),
}

/** One page of records, whatever part of the list pages' own search and filters is asked for. */
export async function readPage<Row extends Kept>(
  scope: Scope,
  kind: RecordKind,
  columns: SQL,
  { q: query, sort, direction, cursor, limit, filters: asked }: Question,
): Promise<{ rows: Row[]; total: number; next: string | null }> {
  const { archived, ...others } = asked
  const filters = archived === 'true' ? { ...others, archived: '1' } : others
  const state: ListState = {
    query,
    sort,
    direction,
    cursor,
    filters,
    exact: true,
    view: '',
    columns: null,
  }
  const narrowed = await narrow(scope, kind, query)
  const { sortedBy, from } = pageQuery(scope, kind, state, narrowed, limit)
  const [rows, total] = await Promise.all([
    readRows<Row & { sortedBy: string }>(
      scope,
      kind,
      state,
      sql`select ${columns}, ${sortedBy} as "sortedBy" from ${from}`,
    ),
    readTotal(scope, kind, state, narrowed),
  ])
  const page = cutPage(rows, limit, cursor)
  return { rows: page.rows, total: total?.count ?? 0, next: page.after ?? null }
}

/** One record. @throws Refusal 404 out of reach */
export async function readOne<Row extends Kept>(
  scope: Scope,
  { table, view }: RecordKind,
  columns: SQL,
  id: string,
): Promise<Row> {
  const [row] = await scope.db.execute<Row>(sql`
    select ${columns} from ${table}
    where ${table.companyId} = ${scope.company.id} and ${table.id} = ${id}
      and ${within(scope, view, table)}`)
  if (!row) throw notFound()
  return row as Row
}
