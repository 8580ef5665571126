import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import type { Product } from './product.ts'

/** Sets the locks of workers apart from all other advisory locks of the database. */
const family = 1_869

/** How long a job may stay with a worker that died, in milliseconds. */
const pause = 15_000

/**
 * Holds a lock in the name of a worker for as long as this process lives: PostgreSQL lets go of it
 * the moment the process dies, however it dies. Meanwhile frees, again and again, the jobs of
 * workers whose lock nobody holds; graphile-worker alone would leave them taken for four hours.
 * @param worker the name by which jobs are taken
 * @returns how to leave
 */
export function stayPresent(
  { queuePool, log }: Pick<Product, 'queuePool' | 'log'>,
  worker: string,
): () => Promise<void> {
  const leaving = new AbortController()
  const { signal } = leaving
  const staying = (async () => {
    while (!signal.aborted) {
      await holdAndFree(queuePool, worker, signal).catch((error) => {
        if (!signal.aborted) log.warn({ error: String(error) }, 'a worker lost its lock')
      })
      await wait(1_000, undefined, { signal }).catch(() => {})
    }
  })()
  return async () => {
    leaving.abort()
    await staying
  }
}

/** @throws when the connection is lost, and with it the lock */
async function holdAndFree(pool: Pool, worker: string, signal: AbortSignal): Promise<void> {
  const client = await pool.connect()
  const lost = once(client, 'end', { signal }).then(() => {
    throw new Error('The connection ended.')
  })
  lost.catch(() => {})
  try {
    await holdLock(client, worker)
    for (;;) {
      await freeJobsOfTheDead(client)
      await Promise.race([lost, wait(pause, undefined, { signal })])
    }
  } finally {
    client.release(true)
  }
}

/** A machine that vanished says nothing: PostgreSQL has to ask whether it is still there. */
async function holdLock(client: PoolClient, worker: string): Promise<void> {
  await client.query('set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5')
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [family, worker])
}

/** Frees the jobs taken by workers that are no more; the first seconds a new worker has no lock yet. */
export async function freeJobsOfTheDead(client: Pick<PoolClient, 'query'>): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs
    where locked_at < now() - interval '5 seconds' and not exists (
      select from pg_locks
      where locktype = 'advisory' and classid = $1 and objid = hashtext(locked_by)::oid
        and objsubid = 2
        and database = (select oid from pg_database where datname = current_database()))`,
    [family],
  )
}
