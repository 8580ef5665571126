import { openPool } from '../../core/db/connection.ts'
import type { FreshDatabase } from '../setup/database.ts'
import { until } from '../setup/until.ts'

/** What moves by being looked at: when a session was last seen, and what is counted against strangers. */
const moving = new Set(['core.sessions', 'core.throttles'])

/**
 * One fingerprint of everything stored, table by table, so that "nothing was changed" can be proved.
 * What the queue has still to do for earlier causes is waited for: it is none of what is tried.
 * @param except further tables that may change, e.g. the audit trail for refusals that are written down
 */
export async function fingerprint(
  database: FreshDatabase,
  except: readonly string[] = [],
): Promise<Record<string, string>> {
  const pool = openPool(database.admin, 1)
  const prints: Record<string, string> = {}
  try {
    await until('the queue has nothing left that is due', async () => {
      const [left] = await pool<{ due: number }[]>`
        select count(*)::int as due from graphile_worker.jobs
        where run_at <= now() and last_error is null`
      return left?.due === 0
    })
    const tables = await pool<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`
    for (const { name } of tables) {
      if (moving.has(name) || except.includes(name)) continue
      const [row] = await pool.unsafe(
        `select count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${name} t`,
      )
      prints[name] = row?.print
    }
  } finally {
    await pool.end()
  }
  return prints
}
