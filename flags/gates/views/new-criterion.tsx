import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { metrics } from '../../evidence/metrics.ts'
import { places, ranks } from '../criterion-form.ts'
import type { Gate } from '../gates.ts'
import { gatesText } from '../messages.ts'
import { TermFields } from './term-fields.tsx'

type Props = { locale: Locale; gate: Gate; raw: Raw; errors?: FieldErrors; once: string }

/** Adds a criterion: any figure there is, but for what law and security fix. */
export const NewCriterionPage = ({ locale, gate, raw, errors = {}, once }: Props) => {
  const t = gatesText(locale)
  const view = viewText(locale)
  const place = `/rollout/gates/${gate.code}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const titled = metrics
    .filter(({ kind }) => kind === undefined)
    .map(({ code, title }) => ({ value: code, label: title[locale] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale))
  return (
    <>
      <PageHead
        t={view.page}
        title={t.add}
        trail={[{ href: place, label: t.gate(gate.code, t.names[gate.family]) }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={`${place}/criteria`}
          errors={errors}
          once={once}
          cancelHref={place}
          testId="criterion-form"
        >
          <Field
            {...field('metric')}
            kind="select"
            label={t.metricField}
            options={titled}
            none={t.chooseMetric}
            required
          />
          <Field
            {...field('place')}
            kind="radio"
            label={t.placeField}
            hint={t.placeHint}
            options={places.map((value) => ({ value, label: t.places[value] }))}
            required
          />
          <Field
            {...field('rank')}
            kind="radio"
            label={t.rankField}
            options={ranks.map((value) => ({ value, label: t.ranks[value] }))}
            required
          />
          <TermFields locale={locale} raw={raw} errors={errors} unit={undefined} />
        </Form>
      </PageBody>
    </>
  )
}
