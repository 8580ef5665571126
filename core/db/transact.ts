import type { TransactionSql } from 'postgres'
import type { Pool } from './connection.ts'

/** `read only` has the database refuse every write. */
export type Manner = '' | 'read only'

/**
 * Runs `work` in a transaction, like `pool.begin`, but bears the connection's death in the middle.
 * postgres.js 3.4.9 would send the rest to the connection that is gone: the roll-back, and whatever
 * `work` still asks. Without a socket that ends the whole process (its issue 1208); and once the
 * connection serves somebody else again, it would end their transaction. So after its death nothing
 * of this transaction is sent any more: the caller gets the error at once, `work` at its next query.
 */
export async function transact<T>(
  pool: Pool,
  work: (transaction: TransactionSql) => Promise<T>,
  manner: Manner = '',
): Promise<T> {
  let dead = false
  // The driver's connection keeps what it began last until it begins something else. It is to keep no
  // request that was answered long ago: collecting what outlived its request took a tenth of all time.
  let todo: typeof work | undefined = work
  const begun = pool.begin(manner, (transaction) => {
    refuseOnce(transaction, () => dead)
    const done = (todo as typeof work)(transaction)
    todo = undefined
    return new Promise<T>((resolve, reject) => {
      done.then(
        (value) => {
          if (!dead) resolve(value)
        },
        // A query fails just before the death of its connection is known.
        (error) => setImmediate(() => dead || reject(error)),
      )
    })
  })
  begun.catch(() => {
    dead = true
  })
  return begun as Promise<T>
}

function refuseOnce(transaction: TransactionSql, isDead: () => boolean): void {
  const { unsafe } = transaction
  transaction.unsafe = ((...query: Parameters<typeof unsafe>) => {
    if (!isDead()) return unsafe(...query)
    const error = new Error('The connection of this transaction is gone; nothing of it was kept.')
    throw Object.assign(error, { code: 'CONNECTION_CLOSED' })
  }) as typeof unsafe
}
