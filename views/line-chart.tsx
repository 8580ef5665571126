import { Head } from './head.tsx'
import { joined, type Markup, markup } from './markup.ts'

export type ChartPoint = {
  /** On the axis below, and in the table. */
  label: string
  /** null leaves a gap: not known, or not told. */
  value: number | null
  /** As people read it; what a gap means when there is no value. */
  text: string
}

type Props = {
  /** Says what the line shows, to those who cannot see it and above the table. */
  label: string
  points: readonly ChartPoint[]
  least: number
  most: number
  /** Lines across, such as a goal. */
  marks?: readonly { value: number; label: string }[]
  words: { table: string; point: string; value: string }
}

const [width, height, left, right, top, bottom] = [640, 200, 40, 12, 16, 28]

/** A line over time, drawn by the server, with the same figures as a table below. */
export const LineChart = ({ label, points, least, most, marks = [], words }: Props) => {
  const round = (value: number) => Math.round(value * 10) / 10
  const x = (at: number) =>
    round(left + (points.length < 2 ? 0.5 : at / (points.length - 1)) * (width - left - right))
  const y = (value: number) =>
    round(height - bottom - ((value - least) / (most - least)) * (height - top - bottom))
  const across = (kind: string, value: number) =>
    markup`<path class="${kind}" d="M${left} ${y(value)}H${width - right}"/>`
  const scale = [least, (least + most) / 2, most].map(
    (value) =>
      markup`${across('chart-grid', value)}${word(
        left - 6,
        y(value) + 4,
        'end',
        String(round(value)),
      )}`,
  )
  const goals = marks.map(({ value }) => across('chart-mark', value))
  // The line ends on one side of a mark; the mark's name stands on the other, clear of both at any size of type.
  const end = points.findLast(({ value }) => value !== null)?.value ?? least
  const names = marks.map(({ value, label: name }) =>
    word(width - right, y(value), 'end', name, end < value ? '-0.4em' : '1.15em'),
  )
  const lines = runsOf(points).map((run) => {
    const path = run.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')
    return markup`<path class="chart-line" d="M${path}"/>`
  })
  const dots = points.map(({ value, label: name, text }, at) =>
    value === null
      ? undefined
      : markup`<circle class="chart-dot" cx="${x(at)}" cy="${y(value)}" r="3"><title>${name}: ${text}</title></circle>`,
  )
  const [first, last] = [points.at(0), points.length > 1 ? points.at(-1) : undefined]
  return (
    <figure class="chart">
      {markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${joined(
        [
          ...scale,
          ...goals,
          ...lines,
          ...dots,
          ...names,
          first && word(x(0), height - 6, last ? 'start' : 'middle', first.label),
          last && word(x(points.length - 1), height - 6, 'end', last.label),
        ].filter((drawn) => drawn !== undefined),
      )}</svg>`}
      <details>
        <summary>{words.table}</summary>
        <table class="counts">
          <Head columns={[words.point, words.value]} />
          <tbody>
            {points.map(({ label: name, text }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

const word = (
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  text: string,
  dy = '0',
): Markup =>
  markup`<text class="chart-scale" x="${x}" y="${y}" dy="${dy}" text-anchor="${anchor}">${text}</text>`

/** The points in a row that have values; a gap ends one run and begins the next. */
function runsOf(points: readonly ChartPoint[]): { at: number; value: number }[][] {
  const runs: { at: number; value: number }[][] = [[]]
  for (const [at, { value }] of points.entries()) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push({ at, value })
  }
  return runs.filter((run) => run.length > 1)
}
