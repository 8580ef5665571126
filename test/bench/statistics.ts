/**
 * The value that `share` of all numbers do not exceed (nearest rank).
 * @param share 0 to 1: 0.5 is the median
 */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5)

/** Half the distance between the greatest and the least: 2.0 ± 0.1. */
export const spread = (numbers: readonly number[]): number =>
  (Math.max(...numbers) - Math.min(...numbers)) / 2
