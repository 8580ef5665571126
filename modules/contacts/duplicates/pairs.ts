import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { type Cursor, cutPage, type Page, pageOf } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'
import { duplicatePairs as pairs } from './schema.ts'
import type { Reason } from './similar.ts'

/** One of the two records of a pair, as the queue shows it. */
export type Half = { id: string; name: string; note: string; owner: string | null }

export type PairRow = {
  id: string
  sortedBy: string
  score: number
  reasons: Reason[]
  first: Half
  second: Half
}

export const pageSize = 25

/** Both records of a pair are live, and within the reader's hands. */
const bothEditable = (scope: Scope, { edit }: ContactsKind): SQL => {
  const mine = (side: SQL) =>
    sql`${side}.archived_at is null and ${within(scope, edit, {
      id: sql`${side}.id`,
      ownerId: sql`${side}.owner_id`,
      departmentId: sql`${side}.department_id`,
    })}`
  return sql`${mine(sql`x`)} and ${mine(sql`y`)}`
}

const half = (side: SQL, company: string, { list }: ContactsKind): SQL => {
  const note =
    list === 'accounts'
      ? sql`concat_ws(' · ', nullif(${side}.region, ''), nullif(${side}.phone, ''))`
      : sql`concat_ws(' · ', nullif(${side}.title, ''), nullif(${side}.mobile, ''),
          nullif(${side}.email, ''))`
  return sql`json_build_object('id', ${side}.id, 'name', ${side}.name, 'note', ${note},
    'owner', (select u.name from core.users u where u.company_id = ${company}
      and u.id = ${side}.owner_id))`
}

/** The open pairs of a kind both of whose records one may edit, for a query. */
export const joined = (scope: Scope, kind: ContactsKind): SQL => sql`
  ${pairs}
  join ${kind.table} x on x.company_id = ${scope.company.id} and x.id = ${pairs.firstId}
  join ${kind.table} y on y.company_id = ${scope.company.id} and y.id = ${pairs.secondId}
  where ${pairs.companyId} = ${scope.company.id} and ${pairs.object} = ${kind.object}
    and ${pairs.dismissedAt} is null and ${bothEditable(scope, kind)}`

/** One page of suspected pairs, the likeliest first: those both of whose records one may edit. */
export async function readPairs(
  scope: Scope,
  kind: ContactsKind,
  cursor?: Cursor,
): Promise<Page<PairRow>> {
  const sort = { column: pairs.score, cast: 'integer' } as const
  const { condition, order } = pageOf(sort, pairs.id, 'desc', cursor)
  const rows = await scope.db.execute<PairRow>(sql`
    select ${pairs.id} as id, ${pairs.score}::text as "sortedBy", ${pairs.score} as score,
      ${pairs.reasons} as reasons, ${half(sql`x`, scope.company.id, kind)} as first,
      ${half(sql`y`, scope.company.id, kind)} as second
    from ${joined(scope, kind)} and ${condition} order by ${order} limit ${pageSize + 1}`)
  return cutPage(rows, pageSize, cursor)
}

/** Those of these pairs that are still open and both of whose records one may edit. */
export async function openPairs(
  scope: Scope,
  kind: ContactsKind,
  ids: readonly string[],
): Promise<{ id: string; firstId: string; secondId: string }[]> {
  return scope.db.execute(sql`
    select ${pairs.id} as id, ${pairs.firstId} as "firstId", ${pairs.secondId} as "secondId"
    from ${joined(scope, kind)} and ${pairs.id} = any(${sql.param(ids)}::uuid[])
    order by ${pairs.score} desc, ${pairs.id}`)
}

/**
 * Remembers of pairs that they are not the same record; no search brings them back.
 * @throws Refusal 404 when one of them is out of reach; then none is remembered
 */
export async function dismissPairs(
  scope: Scope,
  kind: ContactsKind,
  ids: readonly string[],
): Promise<void> {
  const found = await openPairs(scope, kind, ids)
  if (found.length !== ids.length) throw notFound()
  await Promise.all([
    scope.db.execute(sql`
      update contacts.duplicate_pairs set dismissed_at = now(), dismissed_by = ${scope.actorId}
      where company_id = ${scope.company.id} and id = any(${sql.param(ids)}::uuid[])`),
    ...found.map(({ firstId, secondId }) =>
      recordAudit(scope, {
        action: 'told-apart',
        object: kind.object,
        recordId: firstId,
        after: { other: secondId },
      }),
    ),
  ])
}

const mostCounted = 1_000

/** How many pairs wait for the reader; `more` beyond a thousand. */
export async function countPairs(
  scope: Scope,
  kind: ContactsKind,
): Promise<{ count: number; more: boolean }> {
  const [row] = await scope.db.execute<{ count: number }>(sql`
    select count(*)::int as count
    from (select from ${joined(scope, kind)} limit ${mostCounted + 1}) counted`)
  const count = row?.count ?? 0
  return { count: Math.min(count, mostCounted), more: count > mostCounted }
}
