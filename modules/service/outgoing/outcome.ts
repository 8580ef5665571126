import { sql } from 'drizzle-orm'
import { notify } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Fault } from '../mailboxes/schema.ts'
import { ticketKind } from '../tickets/kind.ts'
import { messages, tickets } from '../tickets/schema.ts'
import { askToSend } from './asking.ts'
import { outgoingMails } from './schema.ts'

/** Minutes after which it is tried again; with the last, two days have passed. */
const pauses = [1, 5, 15, 60, 120, 240, 480, 720, 1_200]

/** Notes that a mail was handed over to its server. */
export async function noteSent(scope: Scope, id: string, messageId: string): Promise<void> {
  await scope.db.execute(sql`
    with sent as (
      update ${outgoingMails} set state = 'sent', sent_at = clock_timestamp(), fault = null
      where company_id = ${scope.company.id} and id = ${id} returning message_id)
    update ${messages} m set delivery = 'sent', message_id = ${messageId} from sent
    where m.company_id = ${scope.company.id} and m.id = sent.message_id`)
}

/** Has a mail that was not taken sent again later, or gives it up where that does not help. */
export async function putOff(
  scope: Scope,
  id: string,
  attempts: number,
  { fault, message, isFinal }: { fault: Fault; message: string; isFinal: boolean },
): Promise<void> {
  const minutes = pauses[attempts - 1]
  if (isFinal || minutes === undefined) return noteFailed(scope, id, fault, message)
  await scope.db.execute(sql`
    update ${outgoingMails} set fault = ${fault}, detail = ${message}, claimed_at = null,
      next_at = now() + ${minutes} * interval '1 minute'
    where company_id = ${scope.company.id} and id = ${id}`)
  await askToSend(scope, id, minutes * 60)
}

/** Gives a mail up: whoever answered, or looks after the ticket, is told that the customer has nothing. */
export async function noteFailed(
  scope: Scope,
  id: string,
  fault: Fault,
  detail: string,
): Promise<void> {
  const [failed] = await scope.db.execute<{ ticketId: string; people: string[] }>(sql`
    with failed as (
      update ${outgoingMails} set state = 'failed', fault = ${fault}, detail = ${detail}
      where company_id = ${scope.company.id} and id = ${id}
      returning company_id, ticket_id, message_id),
    marked as (
      update ${messages} m set delivery = 'failed' from failed f
      where m.company_id = f.company_id and m.id = f.message_id returning m.author_id)
    select f.ticket_id as "ticketId", array_remove(array[t.owner_id,
      (select author_id from marked)], null) as people
    from failed f join ${tickets} t on t.company_id = f.company_id and t.id = f.ticket_id`)
  if (!failed) return
  const about = { object: ticketKind.object, recordId: failed.ticketId }
  await notify(scope, failed.people, 'service.mail-failed', about, { fault })
}

/** Sends a mail again that was given up. @returns whether it had been */
export async function sendAgain(scope: Scope, id: string): Promise<boolean> {
  const [again] = await scope.db.execute<{ messageId: string | null }>(sql`
    update ${outgoingMails} set state = 'waiting', attempts = 0, fault = null, detail = '',
      claimed_at = null, next_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'failed'
    returning message_id as "messageId"`)
  if (!again) return false
  await scope.db.execute(sql`
    update ${messages} set delivery = 'waiting'
    where company_id = ${scope.company.id} and id = ${again.messageId}`)
  await askToSend(scope, id)
  return true
}
