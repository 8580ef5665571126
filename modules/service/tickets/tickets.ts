import { type Saved, saveRecord } from '../../../core/records/saving.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundCategories } from '../states/founding.ts'
import { usualValues } from './ticket-fields.ts'
import { type Kept, type TicketRecord, ticketStorage } from './ticket-record.ts'

/** What a form or a program gives for a ticket, checked; whom it is for is within their reach. */
export type TicketInput = {
  values: Kept
  personId: string | null
  accountId: string | null
  categoryId: string | null
}

/** Saves a ticket as it was read with `version`; see `saveRecord`. @throws ValueTaken */
export async function saveTicket(
  scope: Scope,
  registry: Registry,
  old: TicketRecord,
  version: number,
  { values, personId, accountId, categoryId }: TicketInput,
): Promise<Saved> {
  if (categoryId) await foundCategories(scope)
  const { type, priority, channel } = values
  const given = {
    ...values,
    type: type ?? usualValues.type,
    priority: priority ?? usualValues.priority,
    channel: channel ?? usualValues.channel,
  }
  return saveRecord(
    scope,
    registry,
    ticketStorage,
    old,
    version,
    given,
    {
      personId: [old.personId, personId],
      accountId: [old.accountId, accountId],
      categoryId: [old.categoryId, categoryId],
    },
    // Without names: not everybody who reads this may see whom the ticket is for.
    (moved) => (moved.some((name) => name !== 'categoryId') ? { linked: true } : {}),
  )
}
