import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Values } from '../../../core/transfer/transfer.ts'
import type { RecordKind } from '../kinds.ts'
import { onlySound } from '../lists/combined.ts'
import { whereOf } from '../lists/query.ts'
import { narrow } from '../lists/search.ts'
import { stateOf } from '../lists/state-of.ts'

/** What an export of a list holds: its search and its filters, as far as the right to export goes. */
async function conditionOf(
  scope: Scope,
  kind: RecordKind,
  permission: string,
  filters: URLSearchParams,
): Promise<SQL> {
  const state = stateOf(scope, kind, filters)
  const narrowed = await narrow(scope, kind.list, state.query)
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

/**
 * One page of rows for an export, in the order of their ids.
 * @param columns what to select; owner and department come along by name
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
  const rows = await scope.db.execute(sql`
    select ${table.id} as id, ${columns},
      (select coalesce(u.email, u.name) from core.users u
        where u.company_id = ${company} and u.id = ${table.ownerId}) as owner,
      (select d.name from core.departments d
        where d.company_id = ${company} and d.id = ${table.departmentId}) as department
    from ${table} where ${condition} ${after ? sql`and ${table.id} > ${after}` : sql``}
    order by ${table.id} limit ${limit}`)
  return rows as unknown as Row[]
}
