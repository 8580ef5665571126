import { sql } from 'drizzle-orm'
import type { Database } from './db/database.ts'

/**
 * Queues work in the transaction of its cause: rolled back with it, and never lost after it.
 * @param task name of the job, `module.verb`
 * @param key a second job of the same key replaces the first while that one waits
 */
export async function queueJob(
  db: Database,
  task: string,
  payload: Record<string, unknown>,
  key: string | null = null,
): Promise<void> {
  await db.execute(sql`select core.queue(${task}, ${JSON.stringify(payload)}::jsonb, ${key})`)
}
