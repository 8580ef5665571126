import type { PanelContent } from '../../core/module.ts'
import { suggestionPanel } from './articles/panel.tsx'
import { ratingPanel } from './ratings/panel.tsx'
import type { TicketRecord } from './tickets/ticket-record.ts'
import { ticketProducts } from './warranties/panels.tsx'

/** What the parts of this module show beside a ticket, in this order; all they show is read at once. */
export const ticketPanels = (ticket: TicketRecord): readonly PanelContent[] => [
  ticketProducts,
  suggestionPanel(ticket),
  ratingPanel,
]
