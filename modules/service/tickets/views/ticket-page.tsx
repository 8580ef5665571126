import type { Child } from 'hono/jsx'
import type { Colleague } from '../../../../core/access/directory.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { Beside } from '../../../../core/lists/beside.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { Collaborators } from '../../../../core/records/views/collaborators.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { FollowedRecord, type readSides } from '../../../contacts/public.ts'
import type { Conversing } from '../../conversation/conversing.ts'
import { Composer } from '../../conversation/views/composer.tsx'
import { Conversation } from '../../conversation/views/conversation.tsx'
import { StateForm } from '../../conversation/views/state-form.tsx'
import { WritingNow } from '../../conversation/views/writing-now.tsx'
import { linkingText } from '../../linking/messages.ts'
import { GoneBanner } from '../../linking/views/gone-banner.tsx'
import { sayUnsent } from '../../outgoing/unsent.ts'
import { isDone } from '../../states/state-types.ts'
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
  /** Below its state. */
  facts: Child
  /** Above the text one writes. */
  aids: Child
  listHref: string
  beside: Beside | undefined
  once: string
  conversing: Conversing
  /** What could not be kept yet. */
  said?: { raw: Raw; errors: Errors }
}

/** The page of one ticket. */
export const TicketPage = ({ scope, ticket, sides, conversing, said, ...rest }: Props) => {
  const { panels, facts, aids, ...page } = rest
  const href = `${ticketKind.href}/${ticket.id}`
  const { messages, older, states, seen, draft, writers, unsent } = conversing
  const { goneInto } = ticket
  return (
    <FollowedRecord
      {...page}
      scope={scope}
      kind={ticketKind}
      record={ticket}
      next={sides.next}
      isOver={isDone(ticket.stateType)}
      deeds={
        ticket.mayEdit &&
        !goneInto && (
          <LinkButton href={`${href}/merge`} icon="arrow-merge">
            {linkingText(scope.locale).merge.open}
          </LinkButton>
        )
      }
      standing={goneInto && <GoneBanner scope={scope} into={goneInto} />}
      summary={
        <TicketSummary scope={scope} ticket={ticket}>
          {ticket.mayEdit && <StateForm {...{ scope, href, states }} now={ticket.stateId} />}
          {facts}
        </TicketSummary>
      }
      writing={
        // What somebody wrote while it was merged is still there to be copied.
        (!goneInto || said) && (
          <>
            <WritingNow {...{ scope, href, writers }} />
            <Composer
              {...{ scope, href, states }}
              once={page.once}
              isDone={isDone(ticket.stateType)}
              seen={said?.raw.seen ?? seen}
              raw={said?.raw ?? draft}
              errors={said?.errors}
              unsent={unsent && sayUnsent(scope.locale, unsent)}
            >
              {aids}
            </Composer>
          </>
        )
      }
      said={<Conversation {...{ scope, href, messages, older }} mayEdit={ticket.mayEdit} />}
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
