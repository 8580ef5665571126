import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { isId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import type { Raw } from './form.ts'

/** The key of a form: its own again when it comes back with errors, else a new one. */
export const onceKey = (raw?: Raw): string =>
  raw?._once && isId(raw._once) ? raw._once : randomUUID()

/**
 * Does what a form asks for once, however often it arrives. A second copy waits for the first and
 * then leads to what that one made; what was refused is rolled back, and may be sent again. Keys
 * are kept for 48 hours (security.md 3.2: 3).
 * @param make does it and returns where to go; undefined when it was refused
 */
export async function once(
  scope: Scope,
  raw: Raw,
  make: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const key = raw._once
  if (!key || !isId(key)) return make()
  const mine = sql`company_id = ${scope.company.id} and user_id = ${scope.user.id}`
  await scope.db.execute(
    sql`delete from core.once_keys where ${mine} and at < now() - interval '48 hours'`,
  )
  const claimed = await scope.db.execute(sql`
    insert into core.once_keys (company_id, user_id, key, location)
    values (${scope.company.id}, ${scope.user.id}, ${key}, '') on conflict do nothing returning key`)
  if (claimed.length === 0) {
    const [done] = await scope.db.execute<{ location: string }>(
      sql`select location from core.once_keys where ${mine} and key = ${key}`,
    )
    return done?.location
  }
  const location = await make()
  if (location)
    await scope.db.execute(
      sql`update core.once_keys set location = ${location} where ${mine} and key = ${key}`,
    )
  return location
}
