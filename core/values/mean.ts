/**
 * The mean of what is known, each by its weight; null, which is n/a, when nothing weighs anything.
 * Without the last bits that weights such as 0.15 leave behind: 75 is 75, also as a bound.
 */
export function weightedMean(known: readonly { weight: number; value: number }[]): number | null {
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return null
  const sum = known.reduce((part, { weight, value }) => part + weight * value, 0)
  return Math.round((sum / total) * 1e12) / 1e12
}
