import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { isMoney, type Measure, measures, type Target, type Who } from '../measures.ts'
import { targetsText } from '../messages.ts'
import { Figures } from './target-figures.tsx'

export type TargetsProps = {
  scope: Scope
  measure: Measure
  year: number
  /** Shown by month, or by quarter. */
  per: 1 | 3
  everybody: readonly Who[]
  /** Ids of those whose targets the reader may set. */
  settable: ReadonlySet<string>
  targets: readonly Target[]
  /** By month, then by person or department. */
  reached: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Who is to reach what by month or quarter, and how much of it is reached. */
export const TargetsPage = (props: TargetsProps) => {
  const { scope, measure, year, per, everybody } = props
  const t = targetsText(scope.locale)
  const form = { t: viewText(scope.locale).form, form: 'which' }
  return (
    <>
      <PageHead t={viewText(scope.locale).page} title={t.title} />
      <PageBody wide>
        <p class="hint">
          {t.text} {isMoney(measure) && t.otherCurrency(scope.company.currency)}
        </p>
        <form id="which" method="get" action="/sales/targets" class="report-filters">
          <Field
            {...form}
            kind="select"
            name="measure"
            label={t.measure}
            value={measure}
            options={measures.map((value) => ({ value, label: t.measures[value] }))}
          />
          <Field {...form} kind="number" name="year" label={t.year} value={String(year)} />
          <Field
            {...form}
            kind="select"
            name="per"
            label={t.by}
            value={per === 1 ? 'month' : 'quarter'}
            options={[
              { value: 'quarter', label: t.quarters },
              { value: 'month', label: t.months },
            ]}
          />
          <Button>{t.show}</Button>
        </form>
        {everybody.length > 0 ? <Figures {...props} /> : <p class="hint">{t.nobody}</p>}
      </PageBody>
    </>
  )
}
