import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { Head } from '../../../views/head.tsx'
import { MonthBars } from '../../../views/month-bars.tsx'
import { costText } from '../messages.ts'
import { type CostPlan, monthDay } from '../plan.ts'
import type { Reckoned } from '../reckoning.ts'
import { sayWhole } from '../wording.ts'

type Props = { scope: Scope; plan: CostPlan; reckoned: Reckoned }

/** Planned and spent by month: the picture, and the same as a table for whoever opens it. */
export const MonthCard = ({ scope: { locale }, plan, reckoned }: Props) => {
  const t = costText(locale)
  const say = (minor: number) => sayWhole(locale, plan, minor)
  const { months, over, total, actual } = reckoned
  const nameOf = (number: number) => monthDay(plan.startsOn, number).slice(0, 7)
  return (
    <Card title={t.byMonth} testId="cost-months">
      <p class="hint">{t.byMonthText(String(over), String(months.length))}</p>
      <MonthBars
        bars={months.map((month) => ({ ...month, label: nameOf(month.number).slice(2) }))}
        summary={t.chart(say(total), say(actual))}
        legend={{ planned: t.planned, actual: t.actual }}
      />
      <details>
        <summary>{t.byMonth}</summary>
        <table class="counts">
          <Head columns={[t.month, [t.planned, 'end'], [t.actual, 'end']]} />
          <tbody>
            {months.map((month) => (
              <tr>
                <th scope="row">{nameOf(month.number)}</th>
                <td class="end">{say(month.planned)}</td>
                <td class="end">{say(month.actual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  )
}
