import { formatNumber } from '../../../../core/i18n/format.ts'
import { writePeriod } from '../../../../core/reports/period.ts'
import { dealKind } from '../../deals/kind.ts'
import { followUpsHref } from '../../follow-ups/filters.ts'
import { roundMoney } from '../../money-words.ts'
import { addressOf } from '../../papers/address.ts'
import { depthOf } from '../everybody.ts'
import { firstOf } from '../form.ts'
import { attainment, isMoney, type Measure, reachedBy, targetOf, type Who } from '../measures.ts'
import { targetsText } from '../messages.ts'
import { type Stretch, stretchesOf } from '../stretches.ts'
import type { TargetsProps } from './targets-page.tsx'

/** The table of who is to reach what; a figure opens the records it is made of. */
export const Figures = (props: TargetsProps) => {
  const { scope, measure, year, per, everybody, settable } = props
  const t = targetsText(scope.locale)
  const stretches = stretchesOf(year, per)
  const label = ({ key }: Stretch) => {
    if (key === 'whole') return t.whole
    return per === 3 ? t.quarter(Number(key)) : t.month(Number(key))
  }
  return (
    // It scrolls where twelve months are wider than the page: by the keys as well.
    <section class="target-figures" tabindex={0} aria-label={`${t.measures[measure]} ${year}`}>
      <table class="figure-table" data-tour="targets">
        <caption class="sr-only">{`${t.measures[measure]} ${year}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t.who}</th>
            {stretches.map((one) => (
              <th scope="col" class="end">
                {label(one)}
              </th>
            ))}
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
              {stretches.map((one) => (
                <td class="end" data-label={label(one)}>
                  <Attained {...{ ...props, who }} stretch={one} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Reached, of what, and how much of it that is, over some months. */
const Attained = (props: TargetsProps & { who: Who; stretch: Stretch }) => {
  const { scope, measure, year, everybody, targets, reached, who, stretch } = props
  const { locale, company } = scope
  const actual = stretch.months.reduce(
    (all, month) =>
      all + reachedBy(reached.get(firstOf(year, month)) ?? new Map(), everybody, who.id),
    0,
  )
  const parts = stretch.parts.flatMap(
    ({ startsOn, months }) => targetOf(targets, everybody, who.id, startsOn, months) ?? [],
  )
  const target = parts.length > 0 ? parts.reduce((all, one) => all + one, 0) : undefined
  const said = (value: number) =>
    isMoney(measure)
      ? roundMoney({ minor: value, currency: company.currency }, locale)
      : formatNumber(locale, value)
  const share = attainment(actual, target)
  const goal = target === undefined ? targetsText(locale).none : said(target)
  const text = `${said(actual)} / ${goal}${share === undefined ? '' : ` · ${share}%`}`
  const days = writePeriod(stretch)
  const href = actual === 0 ? undefined : behind(measure, who.id, days, company.currency)
  return href ? <a href={href}>{text}</a> : <span>{text}</span>
}

/** Where the list of the records stands that were counted for somebody, or for a department. */
function behind(measure: Measure, whose: string, days: string, currency: string): string {
  switch (measure) {
    case 'received':
      return addressOf('/sales/receipts', { whose, period: days })
    case 'activities':
      return addressOf(followUpsHref, { whose, period: days })
    case 'customers':
      return addressOf('/contacts/accounts', { whose, added: days })
    case 'won': {
      const won = { outcome: 'won', closed: days, currency }
      return addressOf(dealKind.href, { view: 'list', whose, ...won })
    }
  }
}
