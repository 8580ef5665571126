import type { PendingQuery, Row, Sql } from 'postgres'
import { openPool } from '../../core/db/connection.ts'
import type { Office } from './office.ts'

/** Asks the database itself, past every policy: what a test must see or move from outside. */
export async function query<T extends Row = Row>(
  office: Office,
  ask: (sql: Sql) => PendingQuery<T[]>,
): Promise<T[]> {
  const pool = openPool(office.database.admin, 1)
  try {
    return [...(await ask(pool))]
  } finally {
    await pool.end()
  }
}

/** Lets all sessions be older than they are, and waits until the product has heard of it. */
export async function ageSessions(
  office: Office,
  change: { started?: string; seen?: string },
): Promise<void> {
  const heard = new Promise((resolve) => office.app.product.changes.on('access', resolve))
  await query(
    office,
    (sql) => sql`
      with aged as (update core.sessions set
        created_at = created_at - ${change.started ?? '0'}::interval,
        last_seen_at = last_seen_at - ${change.seen ?? '0'}::interval returning id)
      select pg_notify('stepwise', 'access any') from (select count(*) from aged) as all_of_them`,
  )
  await heard
}
