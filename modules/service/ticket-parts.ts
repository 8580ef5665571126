import { checklistPanel } from './checklist/panel.tsx'
import { clockFacts } from './clocks/facts.tsx'
import { complaintPanel } from './complaints/panel.tsx'
import { dataRequestPanel } from './data-requests/panel.tsx'
import { linksPanel } from './linking/panel.tsx'
import { macroAid } from './macros/aid.tsx'
import type { TicketPart } from './tickets/part.ts'

/** What stands first beside a ticket, drawn by what the page has read of it; all else is a panel (ticket-panels.ts). */
export const ticketSides: readonly TicketPart[] = [
  dataRequestPanel,
  complaintPanel,
  checklistPanel,
  linksPanel,
]

/** What stands below the state of a ticket, such as until when it is due. */
export const ticketFacts: readonly TicketPart[] = [clockFacts]

/** What helps to write an answer, above the text. */
export const writingAids: readonly TicketPart[] = [macroAid]
