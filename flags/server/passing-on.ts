import { sql } from 'drizzle-orm'
import { companyIds } from '../../core/access/operator.ts'
import type { Changes } from '../../core/db/changes.ts'
import type { Pool } from '../../core/db/connection.ts'
import { inCompany } from '../../core/db/database.ts'
import { topic } from '../change.ts'
import { compile, type Flagged } from '../compile.ts'
import { readSnapshot } from '../rows.ts'
import { bringTo } from './admin-api.ts'
import type { Reach } from './server.ts'

/** Milliseconds until what could not be passed on is tried again. */
const again = 15_000

export type PassingOn = {
  /** Whether the server has not yet got the latest. */
  isBehind: () => boolean
  close: () => void
}

/**
 * Passes what the matrix decides on to the server, after each change and at the start. What is passed
 * on is read under a lock that all processes share, so the last one to write writes the latest.
 * @param company whose modules the server decides
 */
export function passOnTo(
  reach: Required<Reach>,
  pool: Pool,
  changes: Pick<Changes, 'on'>,
  modules: readonly Flagged[],
  company: () => Promise<string | undefined>,
  complain: (error: Error) => void,
): PassingOn {
  let behind = true
  let working: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false
  const work = async () => {
    while (behind && !closed) {
      behind = false
      try {
        const whose = await company()
        if (whose) await passOnce(reach, pool, modules, whose)
      } catch (error) {
        behind = true
        complain(error as Error)
        retry = setTimeout(soon, again).unref()
        return
      }
    }
  }
  function soon(): void {
    clearTimeout(retry)
    working ??= work().finally(() => {
      working = undefined
    })
  }
  const news = () => {
    behind = true
    soon()
  }
  changes.on(topic, news)
  changes.on('access', news)
  soon()
  return {
    isBehind: () => behind || working !== undefined,
    close: () => {
      closed = true
      clearTimeout(retry)
    },
  }
}

const passOnce = (
  reach: Required<Reach>,
  pool: Pool,
  modules: readonly Flagged[],
  company: string,
) =>
  inCompany(pool, company, async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('flags server', 0))`)
    const { modules: own, features } = compile(await readSnapshot(db, company), modules)
    const mine = [...features.values()].filter(({ name }) => own.has(name))
    await bringTo(reach, mine)
  })

/** The firm whose modules a server decides: the first of this install. */
export const firstCompany = async (pool: Pool): Promise<string | undefined> =>
  (await companyIds(pool)).sort()[0]
