import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { TicketRecord } from '../../tickets/ticket-record.ts'
import { TicketHead, whoAsks } from '../../tickets/views/summary.tsx'
import { linkingText } from '../messages.ts'
import { trailOf } from './forms.tsx'

type Props = { scope: Scope; ticket: TicketRecord; other: TicketRecord; once: string }

/** Shows the ticket that another one is about to go into, before anything is done. */
export const MergingPage = ({ scope, ticket, other, once }: Props) => {
  const view = viewText(scope.locale)
  const t = linkingText(scope.locale).merge
  const href = `${ticketKind.href}/${ticket.id}`
  const { number } = other.values
  return (
    <>
      <PageHead t={view.page} title={t.title(ticket.values.name)} trail={trailOf(scope, ticket)} />
      <PageBody>
        <Card title={t.number} testId="merging-into">
          <TicketHead scope={scope} ticket={other} />
          <Details items={whoAsks(scope, other)} empty={view.record.empty} />
          {!isSameRequester(ticket, other) && <p class="hint late">{t.others}</p>}
        </Card>
        <p>{t.text}</p>
        <Form
          t={view.form}
          action={`${href}/merge`}
          hidden={{ number, into: other.id }}
          once={once}
          submit={t.submit(number)}
          submitIcon="arrow-merge"
          danger
          cancelHref={`${href}/merge`}
          testId="merging-form"
        />
      </PageBody>
    </>
  )
}

/** Whose ticket it is: the contact where one is known, else the address that wrote. */
const isSameRequester = (one: TicketRecord, other: TicketRecord): boolean =>
  one.personId || other.personId
    ? one.personId === other.personId
    : one.values.fromAddress === other.values.fromAddress
