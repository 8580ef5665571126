import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Confirm } from '../../../views/confirm.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { metricNamed } from '../../evidence/metrics.ts'
import type { Criterion } from '../criteria.ts'
import type { Gate } from '../gates.ts'
import { gatesText } from '../messages.ts'
import { TermFields } from './term-fields.tsx'

type Props = {
  locale: Locale
  gate: Gate
  criterion: Criterion
  locked: boolean
  raw: Raw
  errors?: FieldErrors
}

/** Changes what one criterion asks for. */
export const CriterionPage = ({ locale, gate, criterion, locked, raw, errors = {} }: Props) => {
  const t = gatesText(locale)
  const view = viewText(locale)
  const place = `/rollout/gates/${gate.code}`
  const metric = metricNamed(criterion.metric)
  return (
    <>
      <PageHead
        t={view.page}
        title={metric.title[locale]}
        trail={[{ href: place, label: t.gate(gate.code, t.names[gate.family]) }]}
        actions={
          !locked && (
            <Confirm
              t={view.confirm}
              id="remove"
              trigger={{ label: t.remove, icon: 'trash' }}
              title={t.removeTitle(metric.title[locale])}
              text={t.removeText}
              action={`${place}/criteria/${criterion.id}/remove`}
              submit={t.remove}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={`${place}/criteria/${criterion.id}`}
          errors={errors}
          version={Number(raw.version ?? criterion.version)}
          cancelHref={place}
          testId="criterion-form"
        >
          <TermFields
            locale={locale}
            raw={raw}
            errors={errors}
            hard={criterion.hard}
            unit={metric.unit === 'percent' ? '%' : undefined}
          />
          {!criterion.hard && (
            <Field
              t={view.form}
              kind="checkbox"
              name="critical"
              label={t.criticalField}
              checked={raw.critical === 'on'}
            />
          )}
          {locked && (
            <Field
              t={view.form}
              name="reason"
              value={raw.reason}
              error={errors.reason}
              kind="textarea"
              label={t.lateReason}
              hint={t.lateHint}
              required
            />
          )}
        </Form>
      </PageBody>
    </>
  )
}
