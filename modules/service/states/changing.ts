import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundCategories, foundStates } from './founding.ts'
import { categoryObject, stateObject } from './objects.ts'
import { categories, states } from './schema.ts'
import type { Category, State, StateType } from './state-types.ts'

/** What a company tells tickets apart by: their states, and what they are about. */
export type Listed = 'states' | 'categories'

const kinds = {
  states: { table: states, object: stateObject, found: foundStates },
  categories: { table: categories, object: categoryObject, found: foundCategories },
} as const

/** Adds a state, of a type that stays, or a category, at the end of its list. */
export async function addListed(
  scope: Scope,
  of: Listed,
  { name, type, id = newId() }: { name: string; type?: StateType; id?: string },
): Promise<void> {
  const { table, object, found } = kinds[of]
  await found(scope)
  const company = scope.company.id
  const next = sql`(select coalesce(max(position), 0) + 1 from ${table}
    where company_id = ${company})`
  const row = { companyId: company, id, name, position: next }
  await Promise.all([
    type
      ? scope.db.insert(states).values({ ...row, type })
      : scope.db.insert(categories).values(row),
    recordAudit(scope, {
      ...{ action: 'created', object, recordId: id, after: { name, ...(type && { type }) } },
    }),
  ])
}

/** Renames a state or a category, or takes it out of use; tickets keep it. */
export async function saveListed(
  scope: Scope,
  of: Listed,
  old: State | Category,
  { name, hidden }: Pick<Category, 'name' | 'hidden'>,
): Promise<void> {
  if (old.name === name && old.hidden === hidden) return
  const { table, object, found } = kinds[of]
  await found(scope)
  const action = old.hidden === hidden ? 'changed' : hidden ? 'archived' : 'restored'
  await Promise.all([
    scope.db
      .update(table)
      .set({
        ...{ name, archivedAt: hidden ? scope.now() : null },
        ...{ updatedAt: sql`now()`, version: sql`${table.version} + 1` },
      })
      .where(and(eq(table.companyId, scope.company.id), eq(table.id, old.id))),
    recordAudit(scope, {
      ...{ action, object, recordId: old.id },
      ...(old.name !== name && { before: { name: old.name }, after: { name } }),
    }),
  ])
}
