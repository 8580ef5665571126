import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { categories, states } from './schema.ts'
import { usualCategories, usualStates } from './usual.ts'

/**
 * Stores what a company begins with, as pages have shown it, before the first thing that refers to
 * it is written. Harmless to repeat, and for two at once.
 */
export async function foundStates(scope: Scope): Promise<void> {
  const company = scope.company.id
  const [known] = await scope.db.execute(sql`
    select from ${states} where company_id = ${company} limit 1`)
  if (known) return
  await scope.db
    .insert(states)
    .values(
      usualStates(scope).map(({ hidden: _, ...one }, position) => ({
        ...{ companyId: company, ...one, position },
      })),
    )
    .onConflictDoNothing()
}

/** The same for categories. */
export async function foundCategories(scope: Scope): Promise<void> {
  const company = scope.company.id
  const [known] = await scope.db.execute(sql`
    select from ${categories} where company_id = ${company} limit 1`)
  if (known) return
  await scope.db
    .insert(categories)
    .values(
      usualCategories(scope).map(({ hidden: _, ...one }, position) => ({
        ...{ companyId: company, ...one, position },
      })),
    )
    .onConflictDoNothing()
}
