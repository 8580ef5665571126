import { openPool } from '../../core/db/connection.ts'
import type { FreshDatabase } from '../setup/database.ts'

/** What moves by being looked at: when a session was last seen, and what is counted against strangers. */
const moving = new Set(['core.sessions', 'core.throttles'])

/**
 * One fingerprint of everything stored, table by table, so that "nothing was changed" can be proved.
 * @param except further tables that may change, e.g. the audit trail for refusals that are written down
 */
export async function fingerprint(
  database: FreshDatabase,
  except: readonly string[] = [],
): Promise<Record<string, string>> {
  const pool = openPool(database.admin, 1)
  const prints: Record<string, string> = {}
  try {
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
