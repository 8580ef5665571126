import { type SQL, sql } from 'drizzle-orm'
import { queueJob } from '../../core/jobs.ts'
import type { Job } from '../../core/module.ts'
import { behindReading, keysOf } from '../../core/records/keys.ts'
import type { Scope } from '../../core/scope.ts'
import { accounts, people } from './schema.ts'

const batch = 2_000

/**
 * Gives names that were written before lists were sorted by syllables the key they have now. Nothing
 * else of the records changes, their version included; each night, as long as there are any.
 */
export const sortAnewJob: Job<'contacts'> = {
  name: 'contacts.sort-names-anew',
  cron: '50 17 * * *',
  run: async (scope) => {
    const firms = await sortAnew(scope, sql`${accounts}`, 'firm')
    const persons = await sortAnew(scope, sql`${people}`, 'person')
    if (firms === batch || persons === batch) await queueJob(scope.db, sortAnewJob.name, {})
  },
}

/** @returns how many; fewer than a batch when there are no more */
async function sortAnew(
  { db, company }: Scope,
  table: SQL,
  of: 'firm' | 'person',
): Promise<number> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from ${table}
    where company_id = ${company.id} and name ~ '[一-鿿]'
      and position(${behindReading} in sort_name) = 0
    order by id limit ${batch} for update`)
  const keys = rows.map(({ id, name }) => ({ id, sort_name: keysOf(name, [], of).sortName }))
  if (keys.length > 0)
    await db.execute(sql`
      update ${table} as named set sort_name = k.sort_name
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (id uuid, sort_name text)
      where named.company_id = ${company.id} and named.id = k.id`)
  return keys.length
}
