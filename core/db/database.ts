import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { Sql, TransactionSql } from 'postgres'
import { passOn } from './changes.ts'
import type { Pool } from './connection.ts'
import { Dialect } from './dialect.ts'
import { type Manner, transact } from './transact.ts'

const dialect = new Dialect()

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

const over = (transaction: TransactionSql): Database =>
  new PostgresJsTransaction(
    dialect,
    new PreparedSession(transaction as never, dialect, undefined, {}) as never,
    undefined,
  )

/**
 * How statements are planned: `auto` as PostgreSQL thinks best, which for a wide record is anew each
 * time and takes longer than reading it; or once for whatever values come, which suits a request: it
 * asks for few rows by ways that are known (`readPlanned` is for the others).
 */
export type Plans = 'auto' | 'force_generic_plan'

/**
 * Runs `work` in one transaction in which only rows of one company can be seen or written.
 * Commits when it returns, rolls back when it throws. The setting travels with the first query,
 * so it costs no round trip of its own.
 * @param company id of the company; it must be a UUID
 */
export const inCompany = <T>(
  pool: Pool,
  company: string,
  work: (db: Database) => Promise<T>,
  plans: Plans = 'auto',
): Promise<T> => enter(pool, company, { manner: '', plans }, work)

/**
 * The same for what only looks: the database refuses every write. Nothing is kept by the end of such
 * a transaction, so nobody waits for it: what `work` found is there one round trip earlier.
 */
export const seeCompany = <T>(
  pool: Pool,
  company: string,
  work: (db: Database) => Promise<T>,
  plans: Plans = 'auto',
): Promise<T> =>
  new Promise((resolve, reject) => {
    const look = async (db: Database): Promise<void> => resolve(await work(db))
    enter(pool, company, { manner: 'read only', plans }, look).catch(reject)
  })

async function enter<T>(
  pool: Pool,
  company: string,
  { manner, plans }: { manner: Manner; plans: Plans },
  work: (db: Database) => Promise<T>,
): Promise<T> {
  let db: Database | undefined
  const result = await transact(
    pool,
    (transaction) => {
      transaction`select set_config('app.company', ${company}, true),
        set_config('plan_cache_mode', ${plans}, true)`.execute()
      db = over(transaction)
      return work(db)
    },
    manner,
  )
  if (db) passOn(pool, db)
  return result
}

/** Runs `work` in one transaction that belongs to no company: the policies show it no company's rows. */
export function inNoCompany<T>(pool: Pool, work: (db: Database) => Promise<T>): Promise<T> {
  return transact(pool, (transaction) => work(over(transaction)))
}
