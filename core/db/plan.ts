import { type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/**
 * Reads by a plan made for the values at hand. A prepared statement is soon planned once for
 * whatever comes, and that plan walks a whole list to find the three records a newcomer may see.
 * Planning takes some 0.2 ms; the settings around it travel with the query.
 */
export const readPlanned = <Row extends Record<string, unknown>>(
  db: Database,
  query: SQL,
): Promise<Row[]> => readWith<Row>(db, query, 'plan_cache_mode', ['force_custom_plan', 'auto'])

/**
 * Reads the first rows in an order that an index has, by walking it until enough are found. How many
 * rows hold a word the planner cannot know while it plans for whatever comes: at a million rows it
 * would rather read all of them and sort.
 */
export const readInOrder = <Row extends Record<string, unknown>>(
  db: Database,
  query: SQL,
): Promise<Row[]> => readWith<Row>(db, query, 'enable_sort', ['off', 'on'])

/**
 * A whole number written into the query itself, such as the size of a page: for a number it does not
 * know the planner makes a new plan each time, which takes longer than the page.
 */
export const written = (count: number): SQL => sql.raw(String(Math.trunc(count)))

/** Reads with a setting that holds for this query alone; both changes of it travel with the query. */
async function readWith<Row extends Record<string, unknown>>(
  db: Database,
  query: SQL,
  setting: string,
  [during, after]: readonly [during: string, after: string],
): Promise<Row[]> {
  const set = (value: string) => db.execute(sql`select set_config(${setting}, ${value}, true)`)
  const [, rows] = await Promise.all([set(during), db.execute<Row>(query), set(after)])
  return rows as unknown as Row[]
}
