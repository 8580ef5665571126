import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { categories, states } from './schema.ts'
import type { Category, State, StateType } from './state-types.ts'
import { usualCategories, usualStates } from './usual.ts'

type Reading = Pick<Scope, 'db' | 'company'>

/** The states of a company in their order, retired ones included; the usual ones at first. */
export async function readStates(scope: Reading): Promise<State[]> {
  const rows = await scope.db.execute<State>(sql`
    select id, key, name, type, archived_at is not null as hidden from ${states}
    where company_id = ${scope.company.id} order by position, id`)
  return rows.length > 0 ? [...rows] : usualStates(scope)
}

/** The categories likewise. */
export async function readCategories(scope: Reading): Promise<Category[]> {
  const rows = await scope.db.execute<Category>(sql`
    select id, key, name, archived_at is not null as hidden from ${categories}
    where company_id = ${scope.company.id} order by position, id`)
  return rows.length > 0 ? [...rows] : usualCategories(scope)
}

/** Those that can be chosen now. */
export const inUse = <One extends { hidden: boolean }>(all: readonly One[]): One[] =>
  all.filter(({ hidden }) => !hidden)

/** The state a ticket comes into when no other is named: the first in use of a type. */
export function firstOf(all: readonly State[], type: StateType): State {
  const found = inUse(all).find((one) => one.type === type)
  // The last state in use of each type cannot be retired.
  if (!found) throw new Error(`A company has a state of the type ${type} in use.`)
  return found
}
