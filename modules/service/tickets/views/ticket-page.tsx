import type { Child } from 'hono/jsx'
import type { Colleague } from '../../../../core/access/directory.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { Beside } from '../../../../core/lists/beside.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { Collaborators } from '../../../../core/records/views/collaborators.tsx'
import type { Scope } from '../../../../core/scope.ts'
import type { FieldErrors } from '../../../../views/form.tsx'
import { FollowedRecord, type readSides } from '../../../contacts/public.ts'
import { ticketKind } from '../kind.ts'
import type { TicketRecord } from '../ticket-record.ts'
import { TicketSummary } from './summary.tsx'

type Props = {
  scope: Scope
  ticket: TicketRecord
  timeline: ToldTimeline
  sides: Awaited<ReturnType<typeof readSides>>
  colleagues: readonly Colleague[]
  panels: Child
  listHref: string
  beside: Beside | undefined
  once: string
  note?: { raw: Raw; errors: FieldErrors }
}

/** The page of one ticket. */
export const TicketPage = ({ scope, ticket, sides, panels, ...page }: Props) => {
  const href = `${ticketKind.href}/${ticket.id}`
  return (
    <FollowedRecord
      {...page}
      scope={scope}
      kind={ticketKind}
      record={ticket}
      next={sides.next}
      summary={<TicketSummary scope={scope} ticket={ticket} />}
      panels={
        <>
          <Collaborators
            scope={scope}
            href={href}
            collaborators={sides.collaborators}
            colleagues={page.colleagues}
            mayShare={ticket.mayAssign}
          />
          <Attachments
            scope={scope}
            about={{ object: ticketKind.object, recordId: ticket.id }}
            files={sides.files}
            mayEdit={ticket.mayEdit}
            once={onceKey()}
          />
          {panels}
        </>
      }
    />
  )
}
