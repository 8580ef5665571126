import { sql } from 'drizzle-orm'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { pageQuery, readRows } from './query.ts'
import { type Narrowed, narrow } from './search.ts'
import type { ListState } from './state.ts'

/** The addresses of the records beside one; left out at an end of the list. */
export type Beside = { previousHref?: string; nextHref?: string }

/**
 * The records before and behind one in a list, in its order and within its filters, each by one step
 * from where the record stands: the list is not walked.
 * @param list as it was left; undefined when none was opened
 * @returns undefined when no list was opened, or the record does not stand in it
 */
export async function readBeside(
  scope: Scope,
  kind: RecordKind,
  list: ListState | undefined,
  id: string,
): Promise<Beside | undefined> {
  if (!list) return undefined
  const narrowed = await narrow(scope, kind, list.query)
  if (narrowed.kind === 'ids' && !narrowed.ids.includes(id)) return undefined
  const alone: Narrowed = { kind: 'ids', ids: [id] }
  const here = await readFirst(scope, kind, { ...list, cursor: undefined }, alone)
  if (!here) return undefined
  const step = (side: 'before' | 'after') =>
    readFirst(scope, kind, { ...list, cursor: { side, value: here.sortedBy, id } }, narrowed)
  const [previous, next] = await Promise.all([step('before'), step('after')])
  return {
    previousHref: previous && `${kind.href}/${previous.id}`,
    nextHref: next && `${kind.href}/${next.id}`,
  }
}

async function readFirst(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  narrowed: Narrowed,
): Promise<{ id: string; sortedBy: string } | undefined> {
  const { sortedBy, from } = pageQuery(scope, kind, state, narrowed, 0, true)
  const [first] = await readRows<{ id: string; sortedBy: string }>(
    scope,
    kind,
    state,
    sql`select ${sql.identifier(kind.list)}.id, ${sortedBy} as "sortedBy" from ${from}`,
    true,
  )
  return first
}
