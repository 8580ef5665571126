import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Choosable } from './choosing.ts'
import { priceBookObject } from './kind.ts'
import { priceBookDepartments, priceBooks } from './schema.ts'

export type BookValues = Omit<Choosable, 'id'> & { name: string }
export type Book = BookValues & { id: string; version: number; archivedAt: Date | null }

/** Every price book of a company: there are few. */
export const readBooks = (scope: Scope): Promise<Book[]> =>
  scope.db.execute<Book>(sql`
    select id, version, name, currency, level, starts_on::text as "startsOn",
      ends_on::text as "endsOn", archived_at as "archivedAt",
      array(select d.department_id from ${priceBookDepartments} d
        where d.company_id = ${priceBooks.companyId} and d.book_id = ${priceBooks.id}
        order by 1) as departments
    from ${priceBooks} where company_id = ${scope.company.id} order by archived_at nulls first, name, id
    limit 500`)

/** @throws Refusal 404 when there is none */
export async function readBook(scope: Scope, id: string): Promise<Book> {
  const book = (await readBooks(scope)).find((one) => one.id === id)
  if (!book) throw notFound()
  return book
}

/** Adds a price book, still without prices. @returns its id */
export async function addBook(scope: Scope, values: BookValues): Promise<string> {
  const id = newId()
  const { departments, ...row } = values
  await scope.db.insert(priceBooks).values({ companyId: scope.company.id, id, ...row })
  await placeBook(scope, id, departments)
  await recordAudit(scope, {
    action: 'created',
    object: priceBookObject,
    recordId: id,
    after: values,
  })
  return id
}

/** Changes a price book as read with `version`. @returns conflict when it was changed since */
export async function saveBook(
  scope: Scope,
  book: Book,
  version: number,
  values: BookValues,
): Promise<'saved' | 'conflict'> {
  if (book.version !== version) return 'conflict'
  const { id, version: _, archivedAt: __, ...before } = book
  const changed = differences(before, values)
  if (!changed) return 'saved'
  const { departments, ...row } = values
  await updateBook(scope, id, row)
  await placeBook(scope, id, departments)
  await recordAudit(scope, { action: 'changed', object: priceBookObject, recordId: id, ...changed })
  return 'saved'
}

/** Puts a price book away, or takes it back into use. */
export async function moveBook(
  scope: Scope,
  { id, archivedAt }: Book,
  deed: 'archived' | 'restored',
): Promise<void> {
  if ((archivedAt !== null) === (deed === 'archived')) return
  await updateBook(scope, id, { archivedAt: deed === 'archived' ? scope.now() : null })
  await recordAudit(scope, { action: deed, object: priceBookObject, recordId: id })
}

const updateBook = (scope: Scope, id: string, row: Partial<typeof priceBooks.$inferInsert>) =>
  scope.db
    .update(priceBooks)
    .set({ ...row, updatedAt: sql`now()`, version: sql`${priceBooks.version} + 1` })
    .where(and(eq(priceBooks.companyId, scope.company.id), eq(priceBooks.id, id)))

async function placeBook(scope: Scope, bookId: string, departments: readonly string[]) {
  await scope.db.execute(sql`
    delete from ${priceBookDepartments}
    where company_id = ${scope.company.id} and book_id = ${bookId}`)
  await insertMany(
    scope,
    priceBookDepartments,
    departments.map((departmentId) => ({ bookId, departmentId })),
  )
}
