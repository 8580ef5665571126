import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { metricNamed } from '../../evidence/metrics.ts'
import type { Criterion } from '../criteria.ts'
import type { Gate } from '../gates.ts'
import { gatesText } from '../messages.ts'

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
  const unit = metric.unit === 'percent' ? '%' : undefined
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={metric.title[locale]}
        trail={[{ href: place, label: t.gate(gate.code, t.names[gate.family]) }]}
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
          <Field {...field('floor')} kind="number" label={t.floorField} unit={unit} required />
          <Field {...field('target')} kind="number" label={t.targetField} unit={unit} required />
          {!criterion.hard && (
            <>
              <Field
                {...field('weight')}
                kind="number"
                label={t.weightField}
                hint={t.weightHint}
                required
              />
              <Field
                t={view.form}
                kind="checkbox"
                name="critical"
                label={t.criticalField}
                checked={raw.critical === 'on'}
              />
            </>
          )}
          <Field {...field('minN')} kind="number" label={t.minField} />
          {locked && (
            <Field
              {...field('reason')}
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
