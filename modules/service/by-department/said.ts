import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'

type Table = PgTable &
  Record<'companyId' | 'id' | 'departmentId' | 'version' | 'updatedAt', PgColumn>

/** What is said for a department and those below it, or for the company. */
export type SaidBy = { departmentId: string | null }

/** One row of it, as it was read. */
export type SaidRow = SaidBy & { id: string; department: string | null; version: number }

/** A table in which each department says something once, and what follows from a change. */
export type Said<Input extends SaidBy> = {
  table: Table
  /** As the audit trail calls it. */
  object: `service.${string}`
  /** The fields that somebody may change later; the department stays. */
  fields: readonly (keyof Input & string)[]
  after?: (scope: Scope) => Promise<void>
}

const one = ({ company }: Scope, table: Table, id: string) =>
  and(eq(table.companyId, company.id), eq(table.id, id))

/** Says something for a department. @returns its id; undefined when that was said already */
export async function say<Input extends SaidBy>(
  scope: Scope,
  { table, object, after }: Said<Input>,
  input: Input,
): Promise<string | undefined> {
  const id = newId()
  const made = await scope.db
    .insert(table)
    .values({ companyId: scope.company.id, id, ...input })
    .onConflictDoNothing({ target: [table.companyId, table.departmentId] })
    .returning({ id: table.id })
  if (made.length === 0) return undefined
  await recordAudit(scope, { action: 'created', object, recordId: id, after: input })
  await after?.(scope)
  return id
}

/** Says something else. @returns conflict when somebody changed it meanwhile */
export async function sayElse<Input extends SaidBy>(
  scope: Scope,
  { table, object, fields, after }: Said<Input>,
  old: SaidRow & Input,
  version: number,
  input: Input,
): Promise<'changed' | 'conflict'> {
  const given = picked(input, fields)
  const changed = await scope.db
    .update(table)
    .set({ ...given, updatedAt: sql`now()`, version: sql`${table.version} + 1` })
    .where(and(one(scope, table, old.id), eq(table.version, version)))
    .returning({ id: table.id })
  if (changed.length === 0) return 'conflict'
  await recordAudit(scope, {
    ...{ action: 'changed', object, recordId: old.id },
    ...differences<Record<string, unknown>>(picked(old, fields), given),
  })
  await after?.(scope)
  return 'changed'
}

/** Takes it back; what the department above says holds again. @throws Refusal 404 */
export async function takeBack<Input extends SaidBy>(
  scope: Scope,
  { table, object, fields, after }: Said<Input>,
  id: string,
): Promise<void> {
  const [before] = await scope.db
    .delete(table)
    .where(one(scope, table, id))
    .returning(getTableColumns(table))
  if (!before) throw notFound()
  await recordAudit(scope, {
    ...{ action: 'removed', object, recordId: id },
    before: picked(before, ['departmentId', ...fields]),
  })
  await after?.(scope)
}

const picked = (from: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, Reflect.get(from, field)]))
