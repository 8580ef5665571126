import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { TicketRecord } from '../../tickets/ticket-record.ts'
import { cause } from '../causes.ts'
import { complaintText } from '../messages.ts'

type Props = { scope: Scope; ticket: TicketRecord; raw: Raw; errors: FieldErrors; version: number }

/** Where it is written down why a complaint came, and what prevents the next. */
export const ComplaintPage = ({ scope, ticket, raw, errors, version }: Props) => {
  const view = viewText(scope.locale)
  const t = complaintText(scope.locale)
  const href = `${ticketKind.href}/${ticket.id}`
  const prose = (name: 'rootCause' | 'prevention', hint?: string) => (
    <Field
      t={view.form}
      kind="textarea"
      rows={4}
      name={name}
      label={t[name]}
      hint={hint}
      required={name === 'rootCause'}
      value={raw[name]}
      error={errors[name]}
    />
  )
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[
          { href: ticketKind.href, label: ticketKind.text(scope.locale).title },
          { href, label: ticket.values.number },
        ]}
      />
      <PageBody>
        <p>{t.about}</p>
        <Form
          t={view.form}
          action={`${href}/complaint`}
          errors={errors}
          version={version}
          cancelHref={href}
          testId="complaint-form"
        >
          <Field
            t={view.form}
            kind="select"
            name="cause"
            required
            label={t.cause}
            value={raw.cause}
            none={view.form.choose}
            options={cause.options(scope.locale)}
            error={errors.cause}
          />
          {prose('rootCause', t.rootCauseHint)}
          {prose('prevention')}
          <Field
            t={view.form}
            kind="checkbox"
            name="prevented"
            label={t.prevented}
            checked={raw.prevented === 'on'}
          />
        </Form>
      </PageBody>
    </>
  )
}
