import { type Markup, markup } from './markup.ts'

type Point = { label: string; value: number | null }

type Props = {
  /** What the line shows, for those who do not see it; the figures stand in a table beside it. */
  label: string
  /** From the earliest to the latest; null where nothing is known, which leaves a gap. */
  points: readonly Point[]
  least: number
  most: number
}

const width = 320
const height = 72
const margin = 6

/** A line over time, drawn on the server. Gaps stay gaps: what is not known is no zero. */
export const Trend = ({ label, points, least, most }: Props): Markup => {
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0
  const range = most - least || 1
  const placed = points.map(({ value }, at) =>
    value === null
      ? null
      : {
          x: margin + at * step,
          y: height - margin - ((value - least) / range) * (height - 2 * margin),
        },
  )
  const path = placed
    .map((point, at) => point && `${placed[at - 1] ? 'L' : 'M'}${fixed(point.x)} ${fixed(point.y)}`)
    .filter((part) => part !== null)
    .join('')
  const last = placed.findLast((point) => point !== null)
  const dot = last && markup`<circle cx="${fixed(last.x)}" cy="${fixed(last.y)}" r="3"/>`
  return markup`<svg class="trend" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    <path d="${path}"/>${dot}</svg>`
}

const fixed = (value: number): string => value.toFixed(1)
