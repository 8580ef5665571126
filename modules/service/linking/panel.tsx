import { ticketKind } from '../tickets/kind.ts'
import type { TicketPart } from '../tickets/part.ts'
import { readLinks } from './links.ts'
import { Links } from './views/links.tsx'

/** The linked tickets beside a ticket; nothing for who may only look where there are none. */
export const linksPanel: TicketPart = async (scope, { id, mayEdit }) => {
  const links = await readLinks(scope, id)
  if (links.length === 0 && !mayEdit) return undefined
  return <Links {...{ scope, links, mayEdit }} href={`${ticketKind.href}/${id}`} />
}
