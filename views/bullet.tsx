import { type Markup, markup } from './markup.ts'

type Props = {
  /** What the bar says, for those who do not see it; the same words stand beside it. */
  label: string
  floor: number
  target: number
  /** Undefined where nothing is known: then there is no bar. */
  actual: number | undefined
  tone: 'good' | 'warning' | 'danger'
}

const width = 200

/**
 * Where a value lies along the bar, as a share of its length: from 0 on, beyond 1 what is far above.
 * One bound alone is drawn from nothing on; it stands at the same place in every bar.
 */
export function placeOn(
  { floor, target }: { floor: number; target: number },
  value: number,
): number {
  if (target !== floor) return 0.3 + ((value - floor) / (target - floor)) * 0.5
  return target > 0 ? (value / target) * 0.7 : 0.7 + (value - target) / 2
}

/**
 * Where a value stands between a floor and a target, better to the right, also where less is better,
 * with a little room on both sides; or how far it is to one bound.
 */
export const Bullet = ({ label, floor, target, actual, tone }: Props): Markup => {
  const place = (value: number): number =>
    Math.min(width - 2, Math.max(2, placeOn({ floor, target }, value) * width))
  const at = (value: number) => place(value).toFixed(1)
  const bar =
    actual !== undefined &&
    markup`<rect class="${tone}" x="0" y="6" width="${at(actual)}" height="8" rx="1.5"/>`
  const low = floor !== target && markup`<path class="floor" d="M${at(floor)} 3v14"/>`
  return markup`<svg class="bullet" viewBox="0 0 ${width} 20" role="img" aria-label="${label}">
    <rect class="ground" x="0" y="6" width="${width}" height="8" rx="1.5"/>${bar}${low}
    <path class="target" d="M${at(target)} 1v18"/></svg>`
}
