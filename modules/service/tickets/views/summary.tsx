import type { Child } from 'hono/jsx'
import { fieldDetails } from '../../../../core/fields/views/details.ts'
import { formatMoment } from '../../../../core/i18n/format.ts'
import { fieldsOf } from '../../../../core/records/kind.ts'
import { recordText } from '../../../../core/records/messages.ts'
import { Tags } from '../../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { person } from '../../../../views/avatar.tsx'
import { type Detail, Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Pill } from '../../../../views/pill.tsx'
import { RecordHead } from '../../../../views/record.tsx'
import { accountKind, personKind } from '../../../contacts/public.ts'
import { stateTones } from '../../states/state-types.ts'
import { priority, priorityTones } from '../choices.ts'
import { ticketKind } from '../kind.ts'
import { ticketsText } from '../messages.ts'
import type { TicketRecord } from '../ticket-record.ts'

type Props = { scope: Scope; ticket: TicketRecord; children?: Child }

/** Which ticket it is, where it stands and how pressing it is. */
export const TicketHead = ({ scope, ticket: { values, state, stateType } }: Props) => {
  const pressing = values.priority ?? 'normal'
  return (
    <>
      <RecordHead name={values.name} firm note={values.number} />
      <p class="pills">
        <Pill text={state} tone={stateTones[stateType]} />
        <Pill text={priority.print(pressing, scope.locale)} tone={priorityTones[pressing]} />
      </p>
    </>
  )
}

/** What a ticket is: where it stands, who asks, its fields, and when what happened. */
export const TicketSummary = ({ scope, ticket, children }: Props) => {
  const { locale } = scope
  return (
    <>
      <TicketHead scope={scope} ticket={ticket} />
      {isCrossed(ticket) && <p class="hint late">{ticketsText(locale).crossedText}</p>}
      {children}
      <Tags
        scope={scope}
        href={`${ticketKind.href}/${ticket.id}`}
        tags={ticket.tags}
        mayEdit={ticket.mayEdit}
      />
      <h3>{recordText(locale).pages.details}</h3>
      <Details items={detailsOf(scope, ticket)} empty={viewText(locale).record.empty} />
    </>
  )
}

const isCrossed = ({ solvedAt, firstResponseAt }: TicketRecord): boolean =>
  solvedAt !== null && firstResponseAt !== null && solvedAt < firstResponseAt

function detailsOf(scope: Scope, ticket: TicketRecord): Detail[] {
  const { locale, company } = scope
  const t = ticketsText(locale)
  const { owner, department, nobody } = recordText(locale).pages
  const fields = fieldsOf(scope, ticketKind).filter(
    ({ field }) => !['name', 'priority'].includes(field),
  )
  const at = (label: string, moment: Date | null): Detail => ({
    label,
    value: moment && formatMoment(locale, company.timeZone, moment),
  })
  return [
    ...whoAsks(scope, ticket),
    { label: owner, value: ticket.owner ? person(ticket.owner.name) : nobody },
    { label: department, value: ticket.department?.name },
    { label: t.category, value: ticket.category },
    ...fieldDetails(scope, fields, ticket.values),
    at(t.opened, ticket.openedAt),
    at(t.firstResponse, ticket.firstResponseAt),
    at(t.solved, ticket.solvedAt),
    at(t.closed, ticket.closedAt),
    ...(ticket.reopened > 0 ? [{ label: t.reopened, value: t.times(ticket.reopened) }] : []),
  ]
}

/** For whom a ticket is. */
export function whoAsks(scope: Scope, ticket: TicketRecord): Detail[] {
  const t = ticketsText(scope.locale)
  return [
    { label: t.person, value: requester(scope, ticket) },
    { label: t.account, value: link(scope, accountKind, ticket.account, ticket.accountId) },
  ]
}

/**
 * The contact, else what they called themselves. That stands on the ticket and not on the contact, so
 * whoever sees the one may read it and learns nothing of the other.
 */
function requester(scope: Scope, { person: contact, personId, values }: TicketRecord) {
  const called = [values.fromName, values.fromAddress].filter(Boolean).join(' · ')
  if (contact || called === '') return link(scope, personKind, contact, personId)
  return called
}

const link = (
  { locale }: Scope,
  kind: { href: string },
  named: TicketRecord['account'],
  id: string | null,
) =>
  named ? <a href={`${kind.href}/${named.id}`}>{named.name}</a> : id && ticketsText(locale).hidden
