import { sql } from 'drizzle-orm'
import type { Database } from './db/database.ts'

/**
 * Queues work in the transaction of its cause: rolled back with it, and never lost after it.
 * @param task name of the job, `module.verb`
 * @param key a second job of the same key replaces the first while that one waits
 * @param delay seconds before anybody takes it on
 */
export async function queueJob(
  db: Database,
  task: string,
  payload: Record<string, unknown>,
  key: string | null = null,
  delay = 0,
): Promise<void> {
  const at = delay > 0 ? sql`now() + ${delay} * interval '1 second'` : sql`null`
  await db.execute(
    sql`select core.queue(${task}, ${JSON.stringify(payload)}::jsonb, ${key}, ${at})`,
  )
}
