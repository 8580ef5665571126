import type { Scope } from '../../../core/scope.ts'
import type { Markup } from '../../../views/markup.ts'
import type { TicketRecord } from './ticket-record.ts'

/** What another part of this module shows on a ticket's page; `undefined` when it has nothing to say. */
export type TicketPart = (
  scope: Scope,
  ticket: TicketRecord,
) => Markup | undefined | Promise<Markup | undefined>
