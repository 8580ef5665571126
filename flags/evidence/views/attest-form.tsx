import type { Department } from '../../../core/access/department-tree.ts'
import { largestFile } from '../../../core/attachments/attachments.ts'
import { printSize } from '../../../core/attachments/size.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { evidenceText } from '../messages.ts'
import type { Metric } from '../metric.ts'

type Props = {
  locale: Locale
  metric: Metric
  departments: readonly Department[]
  raw: Raw
  errors?: FieldErrors
  once: string
}

/** Vouching for a figure: the value, as of when, and the document that says so. */
export const AttestForm = ({ locale, metric, departments, raw, errors = {}, once }: Props) => {
  const t = evidenceText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <Card title={t.attest}>
      <Form
        t={view.form}
        action={`/rollout/evidence/${metric.code}`}
        errors={errors}
        once={once}
        files
        submit={t.sign}
        testId="attest-form"
      >
        <p class="hint">{t.attestText}</p>
        {metric.byDepartment && (
          <Field
            {...field('department')}
            kind="select"
            label={t.department}
            none={t.whole}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {metric.unit === 'yes' ? (
          <Field
            {...field('value')}
            kind="radio"
            label={t.holds}
            options={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
        ) : (
          <>
            <Field
              {...field('value')}
              kind="number"
              label={t.value}
              required
              unit={metric.unit === 'percent' ? '%' : undefined}
            />
            <Field {...field('n')} kind="number" label={t.n} hint={t.nHint} />
          </>
        )}
        <Field {...field('heldOn')} kind="date" label={t.heldOn} required />
        <Field
          {...field('validUntil')}
          kind="date"
          label={t.validUntil}
          hint={metric.holdsFor ? t.validFor(String(metric.holdsFor)) : t.validHint}
        />
        <Field {...field('document')} kind="text" label={t.document} hint={t.documentHint} />
        <Field
          {...field('file')}
          kind="file"
          label={t.file}
          hint={t.fileHint(printSize(locale, largestFile))}
        />
        <Field {...field('statement')} kind="textarea" label={t.statement} rows={2} />
      </Form>
    </Card>
  )
}
