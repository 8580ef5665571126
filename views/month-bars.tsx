import { joined, markup } from './markup.ts'

/** Two values of one period: what was meant, and what came of it. */
export type Bar = { label: string; planned: number; actual: number }

type Props = {
  bars: readonly Bar[]
  /** What the picture shows, in a sentence; its table stands below it. */
  summary: string
  legend: { planned: string; actual: string }
}

const [width, height, foot] = [720, 160, 18]
const floor = height - foot

/**
 * Planned and actual by month, drawn on the server. Whoever cannot see it has the summary, and the
 * table that the page draws of the same values.
 */
export const MonthBars = ({ bars, summary, legend }: Props) => {
  const most = Math.max(1, ...bars.flatMap(({ planned, actual }) => [planned, actual]))
  const step = width / Math.max(1, bars.length)
  const rect = (kind: 'planned' | 'actual', left: number, value: number) => {
    const tall = Math.round((Math.max(0, value) / most) * (floor - 4))
    const [x, y, wide] = [left.toFixed(1), floor - tall, (step * 0.38).toFixed(1)]
    return markup`<rect class="${kind}" x="${x}" y="${y}" width="${wide}" height="${tall}"/>`
  }
  // More than a dozen labels would run into each other.
  const every = Math.ceil(bars.length / 12)
  const drawn = bars.map(({ label, planned, actual }, at) => {
    const left = at * step + step * 0.1
    return markup`${rect('planned', left, planned)}${rect('actual', left + step * 0.4, actual)}${
      at % every === 0 && markup`<text x="${left.toFixed(1)}" y="${height - 4}">${label}</text>`
    }`
  })
  return (
    <figure class="month-bars">
      {markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}">
        <path class="axis" d="M0 ${floor}H${width}"/>${joined(drawn)}</svg>`}
      <figcaption>
        <span class="key planned">{legend.planned}</span>
        <span class="key actual">{legend.actual}</span>
      </figcaption>
    </figure>
  )
}
