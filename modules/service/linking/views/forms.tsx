import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { TicketRecord } from '../../tickets/ticket-record.ts'
import { linkingText } from '../messages.ts'
import type { Piece } from '../splitting.ts'

type Props = { scope: Scope; ticket: TicketRecord; raw: Raw; errors: Errors; once: string }

/** The way back to a ticket. */
export const trailOf = ({ locale }: Scope, { id, values }: TicketRecord) => [
  { href: ticketKind.href, label: ticketKind.text(locale).title },
  { href: `${ticketKind.href}/${id}`, label: values.number },
]

/** Asks which ticket another one goes into; what that means is said with the answer. */
export const MergePage = ({ scope, ticket, raw, errors, once }: Props) => {
  const view = viewText(scope.locale)
  const t = linkingText(scope.locale).merge
  const href = `${ticketKind.href}/${ticket.id}`
  return (
    <>
      <PageHead t={view.page} title={t.title(ticket.values.name)} trail={trailOf(scope, ticket)} />
      <PageBody>
        <Form
          t={view.form}
          action={`${href}/merge`}
          errors={errors}
          once={once}
          submit={t.next}
          plain
          cancelHref={href}
          testId="merge-form"
        >
          <Field
            t={view.form}
            kind="text"
            name="number"
            label={t.number}
            hint={linkingText(scope.locale).link}
            value={raw.number}
            error={errors.number}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}

/** Asks what a ticket made of one message is called. */
export const SplitPage = ({
  scope,
  ticket,
  piece,
  raw,
  errors,
  once,
}: Props & { piece: Piece }) => {
  const view = viewText(scope.locale)
  const t = linkingText(scope.locale).split
  const href = `${ticketKind.href}/${ticket.id}`
  return (
    <>
      <PageHead t={view.page} title={t.title} trail={trailOf(scope, ticket)} />
      <PageBody>
        <p>{t.text}</p>
        <blockquote class="quoted" dir="auto" hx-ignore>
          {piece.text}
        </blockquote>
        <Form
          t={view.form}
          action={`/service/messages/${piece.id}/split`}
          errors={errors}
          once={once}
          submit={t.submit}
          cancelHref={href}
          testId="split-form"
        >
          <Field
            t={view.form}
            kind="text"
            name="subject"
            label={t.subject}
            value={raw.subject}
            error={errors.subject}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}
