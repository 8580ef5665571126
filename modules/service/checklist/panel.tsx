import { ticketKind } from '../tickets/kind.ts'
import type { TicketPart } from '../tickets/part.ts'
import { readChecklist } from './checklist.ts'
import { Checklist } from './views/checklist.tsx'

/** The checklist beside a ticket; nothing for who may only look where there is none. */
export const checklistPanel: TicketPart = async (scope, { id, mayEdit }) => {
  const lines = await readChecklist(scope, id)
  if (lines.length === 0 && !mayEdit) return undefined
  return <Checklist {...{ scope, lines, mayEdit }} href={`${ticketKind.href}/${id}`} />
}
