import { sql } from 'drizzle-orm'
import type { Pool } from './connection.ts'
import type { Database } from './database.ts'

const channel = 'stepwise'

/** Milliseconds between two signs of life. */
const beatEvery = 2_000

/**
 * Told with the company that changed, and with the person when it concerns one alone; with undefined
 * when anything may have changed (a lost connection).
 */
export type Handler = (company: string | undefined, person?: string) => void

export type Changes = {
  on: (topic: string, handler: Handler) => void
  /** Whether news reaches this process at the moment; memory must not be trusted while it does not. */
  live: () => boolean
  close: () => Promise<void>
}

type Tell = (topic: string, company: string | undefined, person?: string) => void

/** What a transaction announced, and who in this process wants to hear it as soon as it is committed. */
const announced = new WeakMap<Database, [topic: string, company: string, person?: string][]>()
const hearers = new WeakMap<Pool, Tell>()

/**
 * Tells what is kept in memory of what other processes changed, within milliseconds of their
 * commit; what this process changed through the same pool is told before its `inCompany` returns.
 * After a broken connection every handler is told to forget everything.
 */
export async function listenForChanges(pool: Pool): Promise<Changes> {
  const handlers = new Map<string, Handler[]>()
  let heardAt = 0
  const tell: Tell = (topic, company, person) => {
    for (const handler of handlers.get(topic) ?? []) handler(company, person)
  }
  hearers.set(pool, tell)
  const subscription = await pool.listen(
    channel,
    (payload) => {
      heardAt = Date.now()
      const [topic = '', company, person] = payload.split(' ')
      tell(topic, company, person)
    },
    () => {
      for (const topic of handlers.keys()) tell(topic, undefined)
      heardAt = Date.now()
    },
  )
  const heart = setInterval(() => beat(pool), beatEvery)
  heart.unref()
  return {
    on: (topic, handler) => handlers.set(topic, [...(handlers.get(topic) ?? []), handler]),
    live: () => Date.now() - heardAt < 3 * beatEvery,
    close: () => {
      clearInterval(heart)
      return subscription.unlisten()
    },
  }
}

/**
 * The driver does not say when a listening connection is gone, only when it is back. So every
 * process says a word now and then, and who hears none for a while no longer trusts its memory.
 */
const beat = (pool: Pool): unknown => pool.notify(channel, 'beat').catch(() => {})

/** Tells all processes, once this transaction has committed, that a topic of a company changed. */
export const announce = async (
  db: Database,
  topic: string,
  company: string,
  person?: string,
): Promise<void> => {
  const news = person ? `${topic} ${company} ${person}` : `${topic} ${company}`
  await db.execute(sql`select pg_notify(${channel}, ${news})`)
  announced.set(db, [...(announced.get(db) ?? []), [topic, company, person]])
}

/** Passes on at once, in this process, what a transaction that has committed announced. */
export function passOn(pool: Pool, db: Database): void {
  for (const news of announced.get(db) ?? []) hearers.get(pool)?.(...news)
}
