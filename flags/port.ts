import type { Changes } from '../core/db/changes.ts'
import type { Pool } from '../core/db/connection.ts'
import { inCompany } from '../core/db/database.ts'
import { learningTopic } from '../core/learning/declared.ts'
import { topic } from './change.ts'
import { compile, type Flagged } from './compile.ts'
import { Engine } from './engine.ts'
import { readSnapshot } from './rows.ts'
import { firstCompany } from './server/passing-on.ts'
import type { FlagServer } from './server/server.ts'

/** The one place that answers "is this on for this person, now?". */
export type Flags = {
  /**
   * The flags of a company, as they are in the database now. Ask before the transaction that will
   * use them is opened: this may need a connection of its own.
   */
  of: (company: string) => Promise<Engine>
}

type Options = {
  capacity?: number
  /** Decides for the first company of this install instead, as far as it knows the flags. */
  server?: FlagServer | undefined
}

type Kept = { engine: Engine; stale: boolean; loading?: Promise<void> | undefined }

/**
 * Opens the flags of all companies of this install. What was read is kept in memory until a
 * process tells that it changed; while no news gets through, every question reads anew.
 * @param options how many companies are kept at once, of which those not asked about for longest go
 * first; and a server of the company's own
 */
export function openFlags(
  pool: Pool,
  changes: Pick<Changes, 'on' | 'live'>,
  modules: readonly Flagged[],
  complain: (error: Error) => void,
  { capacity = 1_000, server }: Options = {},
): Flags {
  const kept = new Map<string, Kept>()
  const forget = (company: string | undefined) => {
    for (const [id, entry] of kept) if (company === undefined || id === company) entry.stale = true
  }
  changes.on(topic, forget)
  // Departments and who works where are part of the answer.
  changes.on('access', forget)
  // So is what people have learned, where access follows it.
  changes.on(learningTopic, forget)

  let first: string | undefined
  const take = (company: string): Kept => {
    const own = company === first ? server : undefined
    const entry = kept.get(company) ?? { engine: new Engine(complain, own), stale: true }
    kept.delete(company)
    kept.set(company, entry)
    for (const [oldest, { engine }] of kept) {
      if (kept.size <= capacity) break
      kept.delete(oldest)
      engine.close()
    }
    return entry
  }
  const load = async (company: string, { engine }: Kept) =>
    engine.replace(
      compile(await inCompany(pool, company, (db) => readSnapshot(db, company, modules)), modules),
    )

  const of = async (company: string): Promise<Engine> => {
    if (server) first ??= await firstCompany(pool)
    const entry = take(company)
    if (!changes.live()) {
      await load(company, entry)
      return entry.engine
    }
    while (entry.stale || entry.loading) {
      entry.loading ??= refresh(entry, () => load(company, entry))
      await entry.loading
    }
    return entry.engine
  }

  return { of }
}

/** News that arrives while the rows are being read makes them stale again. */
async function refresh(entry: Kept, load: () => Promise<void>): Promise<void> {
  entry.stale = false
  try {
    await load()
  } catch (error) {
    entry.stale = true
    throw error
  } finally {
    entry.loading = undefined
  }
}
