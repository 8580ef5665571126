import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'

/**
 * Of what departments say each for themselves and those below them, what holds for one: its own, that
 * of the next one above, or the company's, which is of no department.
 * @param above of each department the one above it
 */
export function nearestOf<One extends { departmentId: string | null }>(
  all: readonly One[],
  above: ReadonlyMap<string, string | null>,
  departmentId: string | null,
): One | undefined {
  for (const at of upFrom(departmentId, above)) {
    const found = all.find((one) => one.departmentId === at)
    if (found) return found
  }
  return all.find((one) => one.departmentId === null)
}

/** A department and those above it, the nearest first. */
export function* upFrom(
  departmentId: string | null,
  above: ReadonlyMap<string, string | null>,
): Generator<string> {
  const seen = new Set<string>()
  for (let at = departmentId; at && !seen.has(at); at = above.get(at) ?? null) {
    seen.add(at)
    yield at
  }
}

/** Of each department the one above it. */
export async function readAbove({ db, company }: Scope): Promise<Map<string, string | null>> {
  const rows = await db.execute<{ id: string; parent: string | null }>(sql`
    select id, parent_id as parent from core.departments where company_id = ${company.id}`)
  return new Map(rows.map(({ id, parent }) => [id, parent]))
}
