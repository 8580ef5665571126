import { sql } from 'drizzle-orm'
import type { Env } from '../../../core/env.ts'
import type { Errand } from '../../../core/errand.ts'
import { baseUrl } from '../../../core/http/origin.ts'
import type { Scope } from '../../../core/scope.ts'
import { writeMail } from '../outgoing/writing.ts'
import { tickets } from '../tickets/schema.ts'
import { forgetRatingLink, makeRatingLink } from './asking.ts'
import { ratingText } from './messages.ts'
import { ratings } from './schema.ts'

/**
 * Writes the mail that asks a customer how their ticket went, unless they have a link already or are
 * asked no more. Of a customer without an address nothing is written.
 */
export async function mailRating(scope: Scope, env: Env, ticketId: string): Promise<boolean> {
  const [asked] = await scope.db.execute<{ number: string; subject: string }>(sql`
    select t.number, t.name as subject from ${ratings} r
    join ${tickets} t on t.company_id = r.company_id and t.id = r.ticket_id
    where r.company_id = ${scope.company.id} and r.ticket_id = ${ticketId}
      and r.rated_at is null and r.token_hash is null and t.archived_at is null
    for update of r`)
  if (!asked) return false
  const token = await makeRatingLink(scope, ticketId)
  const link = `${baseUrl(env)}/portal/ratings/${token}`
  const text = ratingText(scope.company.locale).mail(asked.number, asked.subject, link)
  if (await writeMail(scope, { ticketId, kind: 'rating', text })) return true
  await forgetRatingLink(scope, ticketId)
  return false
}

export const ratingErrand: Errand<'service'> = {
  name: 'service.mail-rating',
  run: async ({ env, within }, payload) => {
    await within((scope) => mailRating(scope, env, String(payload.ticket)))
  },
}
