import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ticketKind } from '../../tickets/kind.ts'
import type { TicketRecord } from '../../tickets/ticket-record.ts'
import { claim, law, outcome } from '../choices.ts'
import type { DataRequest } from '../data-requests.ts'
import { dataRequestText } from '../messages.ts'

type Props = {
  scope: Scope
  ticket: TicketRecord
  known: DataRequest | undefined
  raw: Raw
  errors: FieldErrors
}

/** What a customer asks about their data, by when, and what came of it. */
export const DataRequestPage = (props: Props) => {
  const { scope, ticket, known, raw, errors } = props
  const view = viewText(scope.locale)
  const t = dataRequestText(scope.locale)
  const href = `${ticketKind.href}/${ticket.id}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
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
        {known && (
          <p>
            <strong>{t.dueOn(printDate(known.dueOn, scope.locale))}</strong>
          </p>
        )}
        <Form
          t={view.form}
          action={`${href}/data-request`}
          errors={errors}
          version={known?.version ?? 0}
          cancelHref={href}
          testId="data-request-form"
        >
          <Field
            {...field('claim')}
            kind="select"
            required
            label={t.claim}
            none={view.form.choose}
            options={claim.options(scope.locale)}
          />
          <Field
            {...field('law')}
            kind="select"
            label={t.law}
            options={law.options(scope.locale)}
          />
          <Field {...field('receivedOn')} kind="date" required label={t.received} />
          <Field
            t={view.form}
            kind="checkbox"
            name="extended"
            label={t.extended}
            hint={t.extendedHint}
            checked={raw.extended === 'on'}
          />
          <Field {...field('identity')} kind="text" label={t.identity} />
          <Field
            {...field('outcome')}
            kind="select"
            label={t.outcome}
            none={t.open}
            options={outcome.options(scope.locale)}
          />
          <Field {...field('reason')} kind="textarea" rows={4} label={t.reason} />
        </Form>
      </PageBody>
    </>
  )
}
