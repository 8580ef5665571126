import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { newId } from '../../core/db/id.ts'
import type { AnyField } from '../../core/fields/field.ts'
import type { Suggestions } from '../../core/fields/suggestions.ts'
import type { Errors } from '../../core/http/form.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Product } from '../../core/product.ts'
import { differences, recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'

/** A table of what people keep by hand; columns are called as the fields of the form are. */
export type RegisterTable = PgTable &
  Record<'companyId' | 'id' | 'version' | 'updatedAt' | 'archivedAt', PgColumn>

export type Values = Record<string, unknown>
export type Entry<Table extends RegisterTable> = Table['$inferSelect'] & {
  id: string
  version: number
}

/** What of a register its verbs need: where it is kept, and what the audit trail calls it. */
export type Kept<Table extends RegisterTable = RegisterTable> = {
  object: `flags.${string}`
  table: Table
}

export type RegisterWords = {
  /** Of the page that lists them. */
  title: string
  add: string
  edit: string
  saved: string
  /** Left out where nothing is ever removed. */
  removed?: string
  removeTitle?: string
  removeText?: string
}

export type Asked = { scope: Scope; product: Product }

/** A list that people keep by hand: risks, contracts, lines of cost. One form serves all of them. */
export type Register<Table extends RegisterTable = RegisterTable> = Kept<Table> & {
  /** Asked of who adds, changes or removes an entry. */
  permission: string
  /** The address its forms are posted to; `/new`, `/:id/edit` and `/:id/remove` lie below it. */
  place: string
  /** The page that lists them, where it is another one than `place`. */
  list?: string
  words: (locale: Locale) => RegisterWords
  fields: (asked: Asked) => Promise<readonly AnyField[]>
  /** Words to offer while one types, for the fields that take some. */
  suggestions?: (locale: Locale) => Suggestions
  /** There is one entry, made elsewhere: it is only changed. */
  single?: true
  nameOf: (entry: Entry<Table>, locale: Locale) => string
  /** What several fields together say wrong. */
  check?: (asked: Asked, values: Values, entry?: Entry<Table>) => Promise<Errors> | Errors
  /** What is kept besides what the form asked for. */
  fill?: (scope: Scope, values: Values) => Values | Promise<Values>
  /** What follows from a saved entry, in the same transaction. */
  after?: (scope: Scope, id: string) => Promise<void>
  /** Where saving leads; the list when left out. */
  home?: (values: Values, id: string) => string
}

/** @throws Refusal 404 when there is none of this id */
export async function readEntry<Table extends RegisterTable>(
  scope: Scope,
  { table }: Kept<Table>,
  id: string,
): Promise<Entry<Table>> {
  const [entry] = await scope.db
    .select()
    .from(table as PgTable)
    .where(and(eq(table.companyId, scope.company.id), eq(table.id, id), isNull(table.archivedAt)))
  if (!entry) throw notFound()
  return entry as Entry<Table>
}

/** Adds an entry. @returns its id */
export async function addEntry<Table extends RegisterTable>(
  scope: Scope,
  { object, table }: Kept<Table>,
  values: Values,
  reason?: string,
): Promise<string> {
  const id = newId()
  await insertMany(scope, table, [{ id, ...values } as never])
  await recordAudit(scope, { action: 'created', object, recordId: id, after: values, reason })
  return id
}

/** Changes an entry as read with `version`; what is not among the values stays. */
export async function changeEntry<Table extends RegisterTable>(
  scope: Scope,
  { object, table }: Kept<Table>,
  entry: Entry<Table>,
  version: number,
  values: Values,
  { action = 'changed', reason }: { action?: string; reason?: string } = {},
): Promise<'saved' | 'unchanged' | 'conflict'> {
  if (entry.version !== version) return 'conflict'
  const changed = differences<Values>(entry, values)
  if (!changed) return 'unchanged'
  const saved = await scope.db.execute(sql`
    update ${table} set ${assignments(table, changed.after)}, version = version + 1,
      updated_at = now()
    where company_id = ${scope.company.id} and id = ${entry.id} and version = ${version}
    returning id`)
  if (saved.length === 0) return 'conflict'
  await recordAudit(scope, { action, object, recordId: entry.id, ...changed, reason })
  return 'saved'
}

/** Takes an entry out of its list; the audit trail keeps what it was. */
export async function removeEntry<Table extends RegisterTable>(
  scope: Scope,
  { object, table }: Kept<Table>,
  id: string,
): Promise<void> {
  await scope.db.execute(sql`
    update ${table} set archived_at = now(), version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and archived_at is null`)
  await recordAudit(scope, { action: 'removed', object, recordId: id })
}

function assignments(table: RegisterTable, values: Values) {
  const columns: Record<string, PgColumn> = getTableColumns(table)
  return sql.join(
    Object.entries(values).map(([field, value]) => {
      const column = columns[field]
      if (!column) throw new Error(`A register has no column for its field "${field}": add it.`)
      return sql`${sql.identifier(column.name)} = ${sql.param(value, column)}`
    }),
    sql`, `,
  )
}
