import { sql } from 'drizzle-orm'
import { cutPage, type Page } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import { type ListFrame, type ListMemory, readFrame } from './frame.ts'
import { ownOf, pageQuery, pageSize, readRows } from './query.ts'
import type { ListRow, RecordList } from './record-list.ts'
import { narrowToPage } from './search-page.ts'
import type { ListState } from './state.ts'
import { readTotal, type Total } from './totals.ts'

export type ListPart<Row> = { page: Page<Row>; total: Total | undefined; frame: ListFrame }

/** One page of a list, how many there are, and what stands around them. */
export async function readList<Row extends ListRow>(
  scope: Scope,
  { kind, select }: Pick<RecordList<Row>, 'kind' | 'select'>,
  state: ListState,
  kept?: ListMemory,
): Promise<ListPart<Row>> {
  const narrowed = await narrowToPage(scope, kind, state)
  const { sortedBy, from } = pageQuery(scope, kind, state, narrowed, pageSize, true)
  const of = sql.identifier(kind.list)
  const [rows, total, frame] = await Promise.all([
    readRows<Row>(
      scope,
      kind,
      state,
      sql`
      select ${of}.id, ${sortedBy} as "sortedBy", ${of}.name, ${select(scope)},
        ${of}.owner_id as "ownerId", ${of}.department_id as "departmentId",
        ${of}.created_at as "createdAt", ${of}.updated_at as "updatedAt" ${ownOf(scope, kind)}
      from ${from}`,
      true,
    ),
    readTotal(scope, kind, state, narrowed),
    readFrame(scope, kind, kept),
  ])
  return { page: cutPage(rows, pageSize, state.cursor), total, frame }
}
