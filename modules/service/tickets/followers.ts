import { sql } from 'drizzle-orm'
import type { NotificationKind } from '../../../core/module.ts'
import { notify } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from './kind.ts'
import { ticketsText } from './messages.ts'
import { tickets } from './schema.ts'

/** That a customer wrote, told to who sees to the ticket. */
export const customerWrote: NotificationKind<'service'> = {
  kind: 'service.customer-wrote',
  icon: 'mail',
  tell: ({ locale }) => ticketsText(locale).customerWrote,
  text: ({ text }) => String(text ?? ''),
}

/** Tells owner and collaborators, who watch a ticket, what its customer wrote. */
export async function tellFollowers(scope: Scope, ticketId: string, text: string): Promise<void> {
  const { object } = ticketKind
  const rows = await scope.db.execute<{ id: string }>(sql`
    select t.owner_id as id from ${tickets} t
    where t.company_id = ${scope.company.id} and t.id = ${ticketId} and t.owner_id is not null
    union select c.user_id from core.collaborators c
    where c.company_id = ${scope.company.id} and c.object = ${object} and c.record_id = ${ticketId}`)
  const people = rows.map(({ id }) => id)
  const about = { object, recordId: ticketId }
  await notify(scope, people, customerWrote.kind, about, { text: text.slice(0, 500) })
}
