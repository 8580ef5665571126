import { type SQL, sql } from 'drizzle-orm'
import { onlySound } from '../../lists/combined.ts'
import { narrow } from '../../lists/search.ts'
import { stateOf } from '../../lists/state-of.ts'
import { whereOf } from '../../lists/where.ts'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'
import type { Values } from '../transfer.ts'

/** What an export of a list holds: its search and its filters, as far as the right to export goes. */
async function conditionOf(
  scope: Scope,
  kind: RecordKind,
  permission: string,
  filters: URLSearchParams,
): Promise<SQL> {
  const state = stateOf(scope, kind, filters)
  const narrowed = await narrow(scope, kind, state.query)
  return sql`${whereOf(scope, kind, permission, state.filters, narrowed)}
    and ${whereOf(scope, kind, kind.view, state.filters, { kind: 'all' })}
    and ${onlySound(scope, kind, state.filters)}`
}

/** How many rows an export would have. */
export async function countRows(
  scope: Scope,
  kind: RecordKind,
  permission: string,
  filters: URLSearchParams,
): Promise<number> {
  const condition = await conditionOf(scope, kind, permission, filters)
  const [row] = await scope.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${kind.table} where ${condition}`,
  )
  return row?.count ?? 0
}

/** When and by whom a record was made and last changed, by the clock on the company's wall. */
export type Written = { createdAt: string; createdBy: string | null; updatedAt: string }

/**
 * One page of rows for an export, in the order of their ids.
 * @param columns what to select; owner, author and department come along by name
 */
export async function readExportPage<Row extends Values & { id: string }>(
  scope: Scope,
  kind: RecordKind,
  permission: string,
  columns: SQL,
  filters: URLSearchParams,
  after: string | undefined,
  limit: number,
): Promise<Row[]> {
  const { table } = kind
  const company = scope.company.id
  const condition = await conditionOf(scope, kind, permission, filters)
  const wall = (at: SQL) =>
    sql`to_char(${at} at time zone ${scope.company.timeZone}, 'YYYY-MM-DD HH24:MI:SS')`
  const rows = await scope.db.execute(sql`
    select ${table.id} as id, ${columns},
      (select coalesce(u.email, u.name) from core.users u
        where u.company_id = ${company} and u.id = ${table.ownerId}) as owner,
      (select d.name from core.departments d
        where d.company_id = ${company} and d.id = ${table.departmentId}) as department,
      ${wall(sql`${table.createdAt}`)} as "createdAt", ${wall(sql`${table.updatedAt}`)} as "updatedAt",
      coalesce(
        (select coalesce(u.email, u.name) from core.users u
          where u.company_id = ${company} and u.id = ${table.createdBy}),
        (select t.data -> 'originally' ->> 'by' from core.timeline t
          where t.company_id = ${company} and t.object = ${kind.object}
            and t.record_id = ${table.id} and t.kind = ${`${kind.module}.imported`}
          order by t.id limit 1)) as "createdBy"
    from ${table} where ${condition} ${after ? sql`and ${table.id} > ${after}` : sql``}
    order by ${table.id} limit ${limit}`)
  return rows as unknown as Row[]
}
