import type { Compared } from './rounds.ts'

/** One line of the result: a figure against its goal (performance.md), or a figure to know. */
export type Line = {
  name: string
  floor?: string
  product: string
  /** the figure the goal is about */
  value: number
  spread?: number
  unit: 'x' | 'ms' | 'µs' | 's' | 'MB' | 'KB' | '/s'
  goal?: { most: number } | { least: number }
}

/** Whether a goal is met; undefined where there is none. */
export function isMet({ value, goal }: Line): boolean | undefined {
  if (!goal) return undefined
  return 'most' in goal ? value <= goal.most : value >= goal.least
}

export const ratioLine = (
  name: string,
  compared: Compared,
  unit: 'ms' | '/s',
  goal?: Line['goal'],
): Line => ({
  name,
  floor: figure(compared.floor, unit),
  product: figure(compared.product, unit),
  value: compared.ratio,
  spread: compared.spread,
  unit: 'x',
  ...(goal && { goal }),
})

/** A plain figure of the product's, against an absolute goal. */
export const plainLine = (
  name: string,
  value: number,
  unit: Line['unit'],
  goal?: Line['goal'],
  floor?: number,
): Line => ({
  name,
  product: figure(value, unit),
  value,
  unit,
  ...(goal && { goal }),
  ...(floor !== undefined && { floor: figure(floor, unit) }),
})

/** A number with its unit, with as many digits as it deserves. */
export function figure(value: number, unit: Line['unit']): string {
  const text = value >= 100 || unit === '/s' ? String(Math.round(value)) : value.toFixed(2)
  return unit === '/s' ? `${text}/s` : `${text} ${unit}`
}
