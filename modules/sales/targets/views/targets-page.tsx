import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { roundMoney } from '../../money-words.ts'
import { depthOf } from '../everybody.ts'
import { firstOf } from '../form.ts'
import {
  attainment,
  isMoney,
  type Measure,
  measures,
  reachedBy,
  type Target,
  targetOf,
  type Who,
} from '../measures.ts'
import { targetsText } from '../messages.ts'

type Props = {
  scope: Scope
  measure: Measure
  year: number
  everybody: readonly Who[]
  /** Ids of those whose targets the reader may set. */
  settable: ReadonlySet<string>
  targets: readonly Target[]
  /** By month, then by person or department. */
  reached: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Who is to reach what by quarter, and how much of it is reached. */
export const TargetsPage = (props: Props) => {
  const { scope, measure, year, everybody } = props
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
          <Button>{t.show}</Button>
        </form>
        {everybody.length > 0 ? <Figures {...props} /> : <p class="hint">{t.nobody}</p>}
      </PageBody>
    </>
  )
}

const Figures = (props: Props) => {
  const { scope, measure, year, everybody, settable } = props
  const t = targetsText(scope.locale)
  const quarters = [1, 2, 3, 4]
  return (
    <div class="figures">
      <table class="figure-table" data-tour="targets">
        <caption class="sr-only">{`${t.measures[measure]} ${year}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t.who}</th>
            {quarters.map((quarter) => (
              <th scope="col" class="end">
                {t.quarter(quarter)}
              </th>
            ))}
            <th scope="col" class="end">
              {t.whole}
            </th>
          </tr>
        </thead>
        <tbody>
          {everybody.map((who) => (
            <tr data-testid="row">
              <th scope="row" class={`depth-${Math.min(4, depthOf(everybody, who))}`}>
                {settable.has(who.id) ? (
                  <a href={`/sales/targets/set?measure=${measure}&year=${year}&who=${who.id}`}>
                    {who.name}
                  </a>
                ) : (
                  who.name
                )}
              </th>
              {[...quarters.map((one) => [one]), quarters].map((which) => (
                <td class="end" data-label={which.length > 1 ? t.whole : t.quarter(which[0] ?? 1)}>
                  {sayAttained(props, who, which)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Reached, of what, and how much of it that is, over some quarters. */
function sayAttained(
  { scope, measure, year, everybody, targets, reached }: Props,
  who: Who,
  quarters: readonly number[],
): string {
  const { locale, company } = scope
  const t = targetsText(locale)
  const months = quarters.flatMap((quarter) => [1, 2, 3].map((one) => (quarter - 1) * 3 + one))
  const actual = months.reduce(
    (all, month) =>
      all + reachedBy(reached.get(firstOf(year, month)) ?? new Map(), everybody, who.id),
    0,
  )
  const parts = quarters.flatMap(
    (quarter) => targetOf(targets, everybody, who.id, firstOf(year, quarter * 3 - 2), 3) ?? [],
  )
  const target = parts.length > 0 ? parts.reduce((all, one) => all + one, 0) : undefined
  const said = (value: number) =>
    isMoney(measure)
      ? roundMoney({ minor: value, currency: company.currency }, locale)
      : formatNumber(locale, value)
  const share = attainment(actual, target)
  if (target === undefined) return `${said(actual)} / ${t.none}`
  return `${said(actual)} / ${said(target)}${share === undefined ? '' : ` · ${share}%`}`
}
