import { joined, type Markup, markup } from './markup.ts'

type Axis = { label: string; value: number | null }

type Props = {
  /** What it shows, in a sentence; its table stands beside it. */
  summary: string
  /** Values from 0 to 100, clockwise from the top; null where nothing is known. */
  axes: readonly Axis[]
}

const [width, height] = [360, 260]
const [cx, cy, radius] = [width / 2, height / 2, 92]

/** Values on a wheel, drawn on the server. An axis that nobody knows has no point: the line opens there. */
export const Radar = ({ summary, axes }: Props): Markup => {
  const place = (at: number, value: number) => {
    const angle = (2 * Math.PI * at) / axes.length - Math.PI / 2
    const far = (radius * value) / 100
    return [fixed(cx + far * Math.cos(angle)), fixed(cy + far * Math.sin(angle))] as const
  }
  const ring = (value: number) =>
    markup`<polygon class="ring" points="${axes.map((_, at) => place(at, value).join(',')).join(' ')}"/>`
  const path = axes
    .map(({ value }, at) => {
      if (value === null) return ''
      const before = axes[(at + axes.length - 1) % axes.length]?.value ?? null
      return `${at === 0 || before === null ? 'M' : 'L'}${place(at, value).join(' ')}`
    })
    .join('')
  const isWhole = axes.every(({ value }) => value !== null)
  const words = axes.map(({ label }, at) => {
    const [x, y] = place(at, 118)
    const side = Number(x) > cx + 4 ? 'start' : Number(x) < cx - 4 ? 'end' : 'middle'
    return markup`<text x="${x}" y="${y}" text-anchor="${side}" dominant-baseline="middle">${label}</text>`
  })
  const dots = axes.map(({ value }, at) => {
    if (value === null) return markup``
    const [x, y] = place(at, value)
    return markup`<circle cx="${x}" cy="${y}" r="3"/>`
  })
  return markup`<svg class="radar" viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}">
    ${joined([25, 50, 75, 100].map(ring))}
    <path class="${isWhole ? 'whole' : 'open'}" d="${path}${isWhole ? 'Z' : ''}"/>${joined(dots)}${joined(words)}</svg>`
}

const fixed = (value: number): string => value.toFixed(1)
