import type { Scope } from '../../../core/scope.ts'
import { type ChartPoint, LineChart } from '../../../views/line-chart.tsx'
import { adopts } from '../formula.ts'
import { adoptionText } from '../messages.ts'

/** The index over half a year, with the line from which on somebody has taken to the product. */
export const Trend = ({ scope, points }: { scope: Scope; points: readonly ChartPoint[] }) => {
  const t = adoptionText(scope.locale)
  return (
    <LineChart
      label={t.trendLabel}
      points={points}
      least={0}
      most={100}
      marks={[{ value: adopts, label: t.adopts }]}
      words={{ table: t.table, point: t.week, value: t.index }}
    />
  )
}
