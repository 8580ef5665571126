import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { passOn } from './changes.ts'
import type { Pool } from './connection.ts'
import { isId } from './id.ts'
import { type Manner, type Transaction, transact } from './transact.ts'

const dialect = new PgDialect()

type Session = PostgresJsSession<Sql, Record<string, never>, Record<string, never>>

/** drizzle names a statement only on request, and unnamed ones are parsed and planned each time. */
class PreparedSession extends (PostgresJsSession as new (
  ...given: ConstructorParameters<typeof PostgresJsSession>
) => Session) {
  override prepareQuery: Session['prepareQuery'] = (query, fields, name, ...rest) =>
    super.prepareQuery(query, fields, name ?? 'prepared', ...rest)
}

/** drizzle over one open transaction. */
export type Database = PostgresJsTransaction<Record<string, never>, Record<string, never>>

const over = (transaction: Transaction): Database =>
  new PostgresJsTransaction(
    dialect,
    new PreparedSession(transaction as never, dialect, undefined, {}) as never,
    undefined,
  )

/**
 * Runs `work` in one transaction in which only rows of one company can be seen or written.
 * Commits when it returns, rolls back when it throws. The setting travels with the first query,
 * so it costs no round trip of its own.
 * @param company id of the company; it must be a UUID
 */
export function inCompany<T>(
  pool: Pool,
  company: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return run(pool, { begin: `begin; ${settingOf(company)}`, waits: true }, work)
}

/** The same for what only looks: the database refuses every write, and nobody waits for the end. */
export function seeCompany<T>(
  pool: Pool,
  company: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return run(pool, { begin: `begin read only; ${settingOf(company)}`, waits: false }, work)
}

/** `set` takes no parameters, and needs no planning either. */
function settingOf(company: string): string {
  if (!isId(company)) throw new Error(`${company} is not the id of a company.`)
  return `set local app.company = '${company}'`
}

/** Runs `work` in one transaction that belongs to no company: the policies show it no company's rows. */
export function inNoCompany<T>(pool: Pool, work: (db: Database) => Promise<T>): Promise<T> {
  return run(pool, { begin: 'begin', waits: true }, work)
}

async function run<T>(pool: Pool, manner: Manner, work: (db: Database) => Promise<T>): Promise<T> {
  let db: Database | undefined
  const result = await transact(
    pool,
    (transaction) => {
      db = over(transaction)
      return work(db)
    },
    manner,
  )
  if (db) passOn(pool, db)
  return result
}
