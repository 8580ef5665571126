import type postgres from 'postgres'
import type { Pool } from './connection.ts'

/** A transaction as drizzle asks it. */
export type Transaction = Pick<Pool, 'unsafe' | 'options'>

/**
 * How a transaction runs.
 * @property begin what opens it, sent together with the first query
 * @property waits whether the caller must know that it is kept; nobody need wait for the end of a
 *   transaction that only reads
 */
export type Manner = { begin: string; waits: boolean }

/** What a connection of postgres.js 3.4.9 is, as far as its own `begin` knows. */
type Held = {
  execute: (query: Query) => unknown
  /** Called when all that was sent is answered and the transaction is still open. */
  reserved: (() => void) | null
  onclose: ((error: Error) => void) | null
}
type Query = postgres.PendingQuery<postgres.Row[]> & {
  handler: (query: Query) => void
  reject: (error: Error) => void
}

/**
 * Runs `work` in a transaction, like `pool.begin`, with two differences. What opens it and the
 * first queries leave together, where `begin` would wait for an answer before anything else is
 * sent. And it bears the connection's death in the middle: postgres.js 3.4.9 would send the rest to
 * the connection that is gone, which ends the whole process (its issue 1208), or somebody else's
 * transaction. After its death or its end nothing of this transaction is sent any more: the caller
 * gets the error at once, `work` at its next query.
 * @throws what `work` throws; the failure of a query that `work` passed over, since nothing can be
 *   kept after it; and CONNECTION_CLOSED when the connection dies
 */
export async function transact<T>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<T>,
  { begin, waits }: Manner = { begin: 'begin', waits: true },
): Promise<T> {
  const line = await takeLine(pool, begin)
  const transaction: Transaction = {
    options: pool.options,
    unsafe: ((...query: Parameters<Pool['unsafe']>) => line.send(pool.unsafe(...query))) as never,
  }
  try {
    const result = await Promise.race([work(transaction), line.death])
    if (line.failure()) throw line.failure()
    const ended = line.end('commit')
    if (waits) await ended
    else ended.catch(() => {})
    return result
  } catch (error) {
    // A query fails just before the death of its connection is known.
    await new Promise(setImmediate)
    await line.end('rollback').catch(() => {})
    throw error
  }
}

type Line = {
  send: (query: postgres.PendingQuery<postgres.Row[]>) => postgres.PendingQuery<postgres.Row[]>
  end: (how: 'commit' | 'rollback') => Promise<void>
  /** The first query that failed, if one did. */
  failure: () => unknown
  death: Promise<never>
}

/** Takes a connection out of the pool until the transaction opened on it ends. */
async function takeLine(pool: Pool, begin: string): Promise<Line> {
  const { promise: death, reject: die } = Promise.withResolvers<never>()
  death.catch(() => {})
  const waiting: Query[] = []
  let state: 'open' | 'over' | 'dead' = 'open'
  let full = false
  let failure: unknown
  const held = await new Promise<Held>((resolve, reject) => {
    const options = { onexecute: resolve }
    pool.unsafe(begin, [], options as never).catch(reject)
  })
  const pass = (query: Query): void => {
    query.catch((error) => {
      failure ??= error
    })
    hand(query)
  }
  const hand = (query: Query): void => {
    if (state === 'dead') query.reject(gone())
    else if (full) waiting.push(query)
    else full = !held.execute(query)
  }
  held.reserved = () => {
    full = false
    for (const query of waiting.splice(0)) hand(query)
  }
  held.onclose = (error) => {
    state = 'dead'
    for (const query of waiting.splice(0)) query.reject(error)
    die(error)
  }
  const ask = (query: postgres.PendingQuery<postgres.Row[]>) =>
    Object.assign(query, { handler: pass })
  return {
    death,
    failure: () => failure,
    send: (query) => {
      if (state !== 'open') throw gone()
      return ask(query)
    },
    end: async (how) => {
      if (state !== 'open') return
      state = 'over'
      await ask(pool.unsafe(how))
    },
  }
}

const gone = (): Error =>
  Object.assign(new Error('The connection of this transaction is gone; nothing of it was kept.'), {
    code: 'CONNECTION_CLOSED',
  })
