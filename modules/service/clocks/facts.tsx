import type { TicketPart } from '../tickets/part.ts'
import { readClocks } from './reading.ts'
import { TicketClocks } from './views/ticket-clocks.tsx'

/** Until when a ticket is due, on its page; nothing where nothing is promised. */
export const clockFacts: TicketPart = async (scope, { id }) => {
  const clocks = await readClocks(scope, id)
  return clocks.length > 0 ? <TicketClocks scope={scope} clocks={clocks} /> : undefined
}
