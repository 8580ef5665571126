import { figure, isMet, type Line } from './goals.ts'

/** The result as people read it: what, floor, product, ratio or figure, goal, ok or over. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['', 'floor', 'product', 'ratio', 'goal', ''],
    ...lines.map((line) => [
      line.name,
      line.floor ?? '',
      line.product,
      line.unit === 'x' ? `${line.value.toFixed(2)} ± ${(line.spread ?? 0).toFixed(2)}` : '',
      goalOf(line),
      verdictOf(line),
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function goalOf({ goal, unit }: Line): string {
  if (!goal) return ''
  const [sign, limit] = 'most' in goal ? ['≤', goal.most] : ['≥', goal.least]
  return `${sign} ${unit === 'x' ? limit.toFixed(1) : figure(limit, unit)}`
}

function verdictOf(line: Line): string {
  const met = isMet(line)
  return met === undefined ? '' : met ? 'ok' : 'OVER'
}
