import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind } from '../kinds.ts'
import { accounts } from '../schema.ts'

/** So many levels above an account are drawn, and as many below it. */
export const mostLevels = 4
/** So many accounts are drawn. */
export const mostShown = 200

export type Node = { id: string; name: string; note: string; children: Node[] }

/** The group an account stands in, as far as its reader may see it. */
export type Hierarchy = {
  account: { id: string; name: string }
  top: Node
  /** The account above the highest one that is drawn. */
  above: { id: string; name: string } | null
  /** There are more accounts than are drawn, or deeper ones. */
  isCut: 'count' | 'depth' | undefined
}

type Row = { id: string; name: string; note: string; parentId: string | null }

const columns = sql`accounts.id, accounts.name, concat_ws(' · ', nullif(accounts.industry, ''),
  nullif(accounts.region, '')) as note, accounts.parent_id as "parentId"`

/**
 * Reads what stands above and below an account. An account out of reach ends the way up, and with
 * it goes all that is below it: nothing tells that there is more. @throws Refusal 404 out of reach
 */
export async function readHierarchy(scope: Scope, id: string): Promise<Hierarchy> {
  const path = await readPath(scope, id)
  const above = path.length > mostLevels + 1 ? (path.at(-1) ?? null) : null
  const shown = path.slice(0, mostLevels + 1).map((row): Node & Row => ({ ...row, children: [] }))
  const [account, top] = [shown[0], shown.at(-1)]
  if (!account || !top) throw notFound()
  const isCut = await addBelow(scope, top, shown.toReversed())
  return { account, top, above, isCut }
}

/** An account and those above it, the nearest first, as far as each may be seen. */
const readPath = (scope: Scope, id: string) =>
  scope.db.execute<Row>(sql`
    with recursive up as (
      select ${columns}, 0 as height from ${accounts}
      where accounts.company_id = ${scope.company.id} and accounts.id = ${id}
        and ${within(scope, accountKind.view, accounts)}
      union all
      select ${columns}, up.height + 1 from up
      join ${accounts} on accounts.company_id = ${scope.company.id}
        and accounts.id = up."parentId" and ${within(scope, accountKind.view, accounts)}
      where up.height <= ${mostLevels})
    select id, name, note, "parentId" from up order by height`)

/**
 * Adds what is below, level by level, so that a group too large loses its lowest levels. The way
 * from the top down to the account is always there.
 */
async function addBelow(
  scope: Scope,
  top: Node,
  way: readonly Node[],
): Promise<Hierarchy['isCut']> {
  let level: Node[] = [top]
  let room = mostShown - way.length
  for (let depth = 0; level.length > 0; depth++) {
    const rows = await readChildren(scope, level, mostShown + 1)
    if (depth === way.length - 1 + mostLevels) return rows.length > 0 ? 'depth' : undefined
    let hasRoom = true
    for (const { parentId, ...row } of rows) {
      const onWay = way.find(({ id }) => id === row.id)
      hasRoom = onWay !== undefined || room-- > 0
      if (!hasRoom) break
      level.find(({ id }) => id === parentId)?.children.push(onWay ?? { ...row, children: [] })
    }
    const [from, to] = [way[depth], way[depth + 1]]
    if (to && !from?.children.includes(to)) from?.children.push(to)
    if (!hasRoom) return addWay(way.slice(depth + 1))
    level = level.flatMap(({ children }) => children)
  }
  return undefined
}

/** The rest of the way, where there is no room for what stands beside it. */
function addWay(rest: readonly Node[]): 'count' {
  for (const [at, node] of rest.entries()) {
    const next = rest[at + 1]
    if (next) node.children.push(next)
  }
  return 'count'
}

const readChildren = (scope: Scope, parents: readonly Node[], limit: number) =>
  scope.db.execute<Row>(sql`
    select ${columns} from ${accounts}
    where accounts.company_id = ${scope.company.id} and accounts.archived_at is null
      and accounts.parent_id = any(${sql.param(parents.map(({ id }) => id))}::uuid[])
      and ${within(scope, accountKind.view, accounts)}
    order by accounts.sort_name, accounts.id limit ${limit}`)
