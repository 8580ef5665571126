import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { Invalid } from './invalid.ts'
import { apiText } from './messages.ts'

/**
 * Makes a record once, however often a program asks under the same Idempotency-Key. A second
 * request waits for the first; what was refused is rolled back, and may be sent again. Keys belong
 * to their token and are kept for 48 hours (security.md 3.2: 3).
 * @param body what was sent, as text
 * @returns the record's id
 * @throws Refusal 400 for a key that is none, Invalid when the key stands for another body
 */
export async function madeOnce(
  c: Context<Site>,
  body: string,
  make: () => Promise<string>,
): Promise<string> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return make()
  const { scope, bearer, locale } = c.var
  const t = apiText(locale)
  if (!bearer || !/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal(400, t.badKey)
  const hash = createHash('sha256').update(`${c.req.path}\n${body}`).digest('base64url')
  const mine = sql`company_id = ${scope.company.id} and token_id = ${bearer.tokenId}`
  await scope.db.execute(
    sql`delete from core.idempotency_keys where ${mine} and at < now() - interval '48 hours'`,
  )
  const claimed = await scope.db.execute(sql`
    insert into core.idempotency_keys (company_id, token_id, key, request_hash, record_id)
    values (${scope.company.id}, ${bearer.tokenId}, ${key}, ${hash}, '')
    on conflict do nothing returning key`)
  if (claimed.length === 0) {
    const [done] = await scope.db.execute<{ hash: string; id: string }>(sql`
      select request_hash as hash, record_id as id from core.idempotency_keys
      where ${mine} and key = ${key}`)
    if (done?.hash !== hash) throw new Invalid({ '': t.otherBody })
    return done.id
  }
  const id = await make()
  await scope.db.execute(
    sql`update core.idempotency_keys set record_id = ${id} where ${mine} and key = ${key}`,
  )
  return id
}
