import { formatNumber } from '../../../core/i18n/format.ts'
import { formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Stat, Stats } from '../../../views/stat.tsx'
import { costText } from '../messages.ts'
import type { Costs } from '../reading.ts'
import type { Reckoned } from '../reckoning.ts'
import { sayAmount, sayWhole } from '../wording.ts'

type Props = { scope: Scope; costs: Costs; reckoned: Reckoned }

const href = '#how'

/** The numbers of the plan, each with what it is made of; what is not known says why. */
export const CostStats = ({ scope: { locale }, costs: { plan }, reckoned }: Props) => {
  const t = costText(locale)
  const amount = (value: number) => sayWhole(locale, plan, value)
  const each = (value: number | null) =>
    value === null ? t.unknown : sayAmount(locale, plan, value)
  const { perUser, perAdopter, hidden, dip, contingency, userMonths } = reckoned
  const noAdopters = userMonths > 0 ? t.noShare : t.noUsers
  const stats: Stat[] = [
    { label: t.total, value: amount(reckoned.total), note: t.over(String(plan.horizonMonths)) },
    {
      label: t.perUser,
      value: each(perUser),
      note: perUser === null ? t.noUsers : t.userMonths(formatNumber(locale, userMonths)),
    },
    {
      label: t.perAdopter,
      value: each(perAdopter),
      note: perAdopter === null ? noAdopters : undefined,
    },
    {
      label: t.hidden,
      value: hidden === null ? t.unknown : formatShare(locale, hidden),
      note: t.hiddenNote,
      tone: hidden !== null && hidden > 0.5 ? 'bad' : undefined,
    },
    { label: t.forecast, value: amount(reckoned.forecast) },
    {
      label: t.contingency,
      value: amount(contingency.amount),
      note: formatShare(locale, contingency.share),
    },
    ...(dip === null ? [] : [{ label: t.dip, value: amount(dip), note: t.dipNote }]),
  ]
  return <Stats stats={stats.map((stat) => ({ ...stat, href }))} />
}
