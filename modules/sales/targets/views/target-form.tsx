import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { slots } from '../form.ts'
import { isMoney, type Measure, type Who } from '../measures.ts'
import { targetsText } from '../messages.ts'

type Props = {
  scope: Scope
  measure: Measure
  year: number
  who: Who
  raw: Raw
  errors?: Errors
}

/** Somebody's targets for one year: by month, by quarter, or both. */
export const TargetFormPage = ({ scope, measure, year, who, raw, errors = {} }: Props) => {
  const view = viewText(scope.locale)
  const t = targetsText(scope.locale)
  const back = `/sales/targets?measure=${measure}&year=${year}`
  const all = slots(year)
  const group = (months: 1 | 3) =>
    all
      .filter((slot) => slot.months === months)
      .map(({ name }, at) => (
        <Field
          t={view.form}
          kind={isMoney(measure) ? 'money' : 'number'}
          name={name}
          label={months === 1 ? t.month(at + 1) : t.quarter(at + 1)}
          value={raw[name]}
          error={errors[name]}
        />
      ))
  return (
    <>
      <PageHead
        t={view.page}
        title={t.setFor(who.name, year)}
        trail={[{ href: back, label: t.title }]}
      />
      <PageBody>
        <p class="hint">{t.measures[measure]}</p>
        <Form
          t={view.form}
          action="/sales/targets/set"
          errors={errors}
          hidden={{ measure, year: String(year), who: who.id }}
          cancelHref={back}
          guard
          testId="target-form"
        >
          <FieldGroup label={t.months}>
            <div class="target-months">{group(1)}</div>
          </FieldGroup>
          <FieldGroup label={t.quarters}>
            <p class="hint">{t.quarterHint}</p>
            <div class="target-months">{group(3)}</div>
          </FieldGroup>
        </Form>
      </PageBody>
    </>
  )
}
