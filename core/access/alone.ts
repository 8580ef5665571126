import { sql } from 'drizzle-orm'
import { announce } from '../db/changes.ts'
import type { Scope } from '../scope.ts'

/**
 * Makes changes of people, roles and departments of a company wait for one another, so that no two
 * together do what each alone may not: remove the last administrator, close a circle of
 * departments, give one address to two people. What processes remember of people is forgotten.
 */
export async function changeAlone(scope: Scope): Promise<void> {
  await scope.db.execute(sql`select from core.companies where id = ${scope.company.id} for update`)
  await announce(scope.db, 'access', scope.company.id)
}
