import { joined, type Markup, markup } from './markup.ts'

type Bar = { label: string; value: number; shown: string }

type Props = {
  bars: readonly Bar[]
  /** What the picture shows, for those who do not see it; the same figures stand in a table. */
  label: string
}

const [width, height, wide] = [640, 24, 300]
const left = 190

/** Values side by side as lying bars, drawn on the server, the longest as far as there is room. */
export const Bars = ({ bars, label }: Props): Markup => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const drawn = bars.map(({ label: name, value, shown }, at) => {
    const [y, length] = [at * height, Math.max(1, Math.round((Math.max(0, value) / most) * wide))]
    return markup`<text class="bar-label" x="${left - 8}" y="${y + 16}" text-anchor="end">${shortened(name)}</text><rect x="${left}" y="${y + 4}" width="${length}" height="16" rx="2"/><text x="${left + length + 8}" y="${y + 16}">${shown}</text>`
  })
  return markup`<svg class="bars" viewBox="0 0 ${width} ${bars.length * height}" role="img" aria-label="${label}">${joined(drawn)}</svg>`
}

/** A name that would run out of the picture ends in a dot of dots; the table has it whole. */
const shortened = (name: string): string => {
  let room = 26
  const signs = [...name]
  const kept = signs.findIndex((sign) => {
    room -= /[\u2e80-\uffff]/.test(sign) ? 2 : 1
    return room < 0
  })
  return kept < 0 ? name : `${signs.slice(0, kept).join('')}…`
}
