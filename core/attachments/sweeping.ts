import { sql } from 'drizzle-orm'
import type { Env } from '../env.ts'
import type { Scope } from '../scope.ts'
import { dropFile, filesOlderThan } from './store.ts'

/** A request that wrote a file has long ended by then, well or not. */
const age = 60 * 60 * 1000

/** Deletes bytes that no row knows: of files that were removed, and of requests that were undone. */
export async function sweepFiles(env: Pick<Env, 'DATA_DIR'>, scope: Scope): Promise<void> {
  const company = scope.company.id
  const stored = await filesOlderThan(env, company, age)
  const known = await scope.db.execute<{ name: string }>(sql`
    select stored_as::text as name from core.attachments
    where company_id = ${company} and removed_at is null
      and stored_as::text = any(${sql.param(stored)}::text[])`)
  const kept = new Set(known.map(({ name }) => name))
  for (const name of stored) if (!kept.has(name)) await dropFile(env, company, name)
}
