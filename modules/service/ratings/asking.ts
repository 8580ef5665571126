import { sql } from 'drizzle-orm'
import { hashToken, newToken } from '../../../core/auth/token.ts'
import { newId } from '../../../core/db/id.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Listener } from '../../../core/module.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { isDone, type StateType } from '../states/state-types.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { readRatingRules } from './rules.ts'
import { ratings } from './schema.ts'

/** Seconds that a customer has to write again before they are asked. */
const pause = 3_600

/** Days for which a link is good. */
const lasts = 30

/** Notes that a customer is to be asked about a ticket, unless they are asked already. */
const ask = (scope: Scope, ticketId: string): Promise<unknown> =>
  scope.db.execute(sql`
    insert into ${ratings} (company_id, id, ticket_id, owner_id, department_id, asked_at)
    select t.company_id, ${newId()}, t.id, t.owner_id, t.department_id, ${scope.now().toISOString()}
    from ${tickets} t where t.company_id = ${scope.company.id} and t.id = ${ticketId}
    on conflict do nothing`)

/**
 * Makes the one link by which a customer says how a ticket went; links made before stop working. The
 * caller has made sure that the ticket may be changed.
 * @returns the token for the address /portal/ratings/TOKEN, which is stored nowhere
 */
export async function makeRatingLink(scope: Scope, ticketId: string): Promise<string> {
  await ask(scope, ticketId)
  const token = newToken()
  const until = new Date(scope.now().getTime() + lasts * 86_400_000)
  await scope.db.execute(sql`
    update ${ratings} r set token_hash = ${hashToken(token)}, expires_at = ${until.toISOString()},
      asked_at = ${scope.now().toISOString()}, owner_id = t.owner_id, department_id = t.department_id
    from ${tickets} t where r.company_id = ${scope.company.id} and r.ticket_id = ${ticketId}
      and r.rated_at is null and t.company_id = r.company_id and t.id = r.ticket_id`)
  await recordAudit(scope, {
    ...{ action: 'rating-asked', object: ticketKind.object, recordId: ticketId },
  })
  return token
}

/** Takes a link back that nobody was sent. */
export const forgetRatingLink = ({ db, company }: Scope, ticketId: string): Promise<unknown> =>
  db.execute(sql`
    update ${ratings} set token_hash = null, expires_at = null
    where company_id = ${company.id} and ticket_id = ${ticketId} and rated_at is null`)

/** Whether a move of a ticket's is the one after which its customer is asked. */
const isMoment = (asks: string, from: StateType, to: StateType): boolean =>
  asks === 'closed' ? to === 'closed' && from !== 'closed' : isDone(to) && !isDone(from)

/** A ticket that is done asks its customer; one that is open again asks no more. */
export const ratingListener: Listener = {
  event: `${ticketKind.object}.state-changed`,
  during: async (scope, { payload }) => {
    const { id, from, to } = payload as { id: string; from: StateType; to: StateType }
    if (isDone(from) && !isDone(to)) {
      await scope.db.execute(sql`
        delete from ${ratings} where company_id = ${scope.company.id} and ticket_id = ${id}
          and rated_at is null`)
      return
    }
    const { asks } = await readRatingRules(scope)
    if (asks === 'never' || !isMoment(asks, from, to)) return
    await ask(scope, id)
    await queueJob(
      scope.db,
      'service.mail-rating',
      { ticket: id },
      `service.mail-rating ${id}`,
      pause,
    )
  },
}
