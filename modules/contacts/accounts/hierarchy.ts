import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'

/**
 * Waits until nobody else is changing parents of accounts, and keeps others waiting until the end of
 * the transaction: of two changes at one moment each alone makes no circle, and both together do.
 * It comes before anything is held that the other may wait for.
 */
export async function holdHierarchy(scope: Scope): Promise<void> {
  await scope.db.execute(
    sql`select pg_advisory_xact_lock(hashtext('contacts.parents'), hashtext(${scope.company.id}))`,
  )
}

/**
 * Whether an account is another one, or stands somewhere below it, however many lie between. The
 * answer holds until the end of the transaction.
 */
export async function isBelow(scope: Scope, lower: string, upper: string): Promise<boolean> {
  await holdHierarchy(scope)
  return (await parentsAbove(scope, [lower])).has(upper)
}

/** Whether an account stands somewhere below itself, as no form or program lets it. */
export async function isInCircle(scope: Scope, id: string): Promise<boolean> {
  const above = await parentsAbove(scope, [id])
  return wayUp(above, above.get(id)).includes(id)
}

/**
 * An account and all that stand above it, the nearest first; in a circle, each once.
 * @param above what `parentsAbove` says of it
 */
export function wayUp(above: ReadonlyMap<string, string | null>, id?: string | null): string[] {
  const seen = new Set<string>()
  for (let at = id; at && !seen.has(at); at = above.get(at)) seen.add(at)
  return [...seen]
}

/** The parents of some accounts and of all that stand above them, whoever may see those. */
export async function parentsAbove(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const company = scope.company.id
  const rows = await scope.db.execute<{ id: string; parent: string | null }>(sql`
    with recursive up as (
      select id, parent_id from contacts.accounts
      where company_id = ${company} and id = any(${sql.param(ids)}::uuid[])
      union
      select a.id, a.parent_id from contacts.accounts a
      join up on a.company_id = ${company} and a.id = up.parent_id)
    select id, parent_id as parent from up`)
  return new Map(rows.map(({ id, parent }) => [id, parent]))
}
