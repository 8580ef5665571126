import { assign, placeNamed } from '../../../core/records/assigning.ts'
import { tagRecords } from '../../../core/records/tags.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { readStates } from '../states/reading.ts'
import { addMessage } from '../tickets/conversing.ts'
import { ticketKind } from '../tickets/kind.ts'
import { changeState } from '../tickets/moving.ts'
import type { TicketRecord } from '../tickets/ticket-record.ts'
import { saveTicket } from '../tickets/tickets.ts'
import { type Filling, fillIn } from './filling.ts'
import { isMacro, type Macro } from './macros.ts'

/** What a ticket has for the fields of a text; what the reader may not see stays empty. */
export const fillingOf = ({ company, user }: Scope, ticket: TicketRecord): Filling => ({
  customer: ticket.person?.name ?? ticket.values.fromName,
  number: ticket.values.number,
  subject: ticket.values.name,
  product: ticket.values.product ?? '',
  account: ticket.account?.name ?? '',
  me: user.name,
  company: company.name,
})

/** The text of a macro as it would be written on a ticket. */
export const previewOf = (scope: Scope, ticket: TicketRecord, { text }: Macro) =>
  fillIn(text, fillingOf(scope, ticket))

/**
 * Does all that a macro does with a ticket, in one go: fields, owner, tag, text and state. The caller
 * has made sure that the ticket may be changed.
 * @param text what is written, as the person left it in the preview; nothing when empty
 * @returns conflict when somebody changed the ticket since `version`; then nothing was done
 */
export async function applyMacro(
  scope: Scope,
  registry: Registry,
  ticket: TicketRecord,
  version: number,
  macro: Macro,
  text: string,
): Promise<'done' | 'conflict'> {
  const { id, values, personId, accountId, mayAssign } = ticket
  const priority = macro.priority ?? values.priority
  const categoryId = macro.categoryId ?? ticket.categoryId
  const saved = await saveTicket(scope, registry, ticket, version, {
    ...{ values: { ...values, priority }, personId, accountId, categoryId },
  })
  if (saved === 'conflict') return 'conflict'
  if (macro.takes && mayAssign) {
    const { id: ownerId, departmentId } = scope.user
    const place = await placeNamed(scope, { ownerId, departmentId })
    await assign(scope, registry, ticketKind, [id], place)
  }
  if (macro.tag) await tagRecords(scope, ticketKind.object, [id], macro.tag)
  const next = (await readStates(scope)).find((one) => one.id === macro.stateId && !one.hidden)
  const { kind } = macro
  if (text) {
    const channel = values.channel ?? 'phone'
    await addMessage(scope, registry, id, { kind, text, channel, next })
  } else if (next) await changeState(scope, registry, id, next.id)
  if (isMacro(macro))
    await addLines(scope, ticketKind.object, [
      { recordId: id, kind: 'service.macro-used', data: { name: macro.name } },
    ])
  return 'done'
}
