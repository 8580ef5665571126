import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { Head } from '../../../views/head.tsx'
import { categoryChoices } from '../choices.ts'
import { sum } from '../formula.ts'
import { costText } from '../messages.ts'
import type { CostPlan } from '../plan.ts'
import type { Reckoned } from '../reckoning.ts'
import { sayWhole } from '../wording.ts'

type Props = { scope: Scope; plan: CostPlan; reckoned: Reckoned }

/** The four categories: planned, planned to date, spent, and how each will end. */
export const CategoryTable = ({ scope: { locale }, plan, reckoned }: Props) => {
  const t = costText(locale)
  const say = (minor: number) => sayWhole(locale, plan, minor)
  const { byCategory } = reckoned
  const columns = ['planned', 'plannedToDate', 'actual', 'forecast'] as const
  const heads = [t.planned, t.toDate, t.actual, t.ended]
  const seen = (at: number) => (at === 1 ? 'end wide-only' : 'end')
  return (
    <table class="counts">
      <Head columns={[t.category, ...heads.map((head, at) => [head, seen(at)] as const)]} />
      <tbody>
        {byCategory.map((one) => (
          <tr data-testid={`cost-${one.category}`}>
            <th scope="row">{printChoice(one.category, categoryChoices, locale)}</th>
            {columns.map((column, at) => (
              <td class={seen(at)}>{say(one[column])}</td>
            ))}
          </tr>
        ))}
        <tr class="sum">
          <th scope="row">{t.sum}</th>
          {columns.map((column, at) => (
            <td class={seen(at)}>{say(sum(byCategory.map((one) => one[column])))}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
