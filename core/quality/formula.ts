import { weightedMean } from '../values/mean.ts'

/**
 * The data quality index (rollout-and-training 7.5): six dimensions after DAMA UK, each a share of
 * what is right. Nothing here asks a database; records and files are measured by the same rules.
 */
export const dimensions = [
  'completeness',
  'validity',
  'uniqueness',
  'timeliness',
  'consistency',
  'accuracy',
] as const
export type Dimension = (typeof dimensions)[number]

export const weights: Readonly<Record<Dimension, number>> = {
  completeness: 0.25,
  validity: 0.2,
  uniqueness: 0.2,
  timeliness: 0.15,
  consistency: 0.1,
  accuracy: 0.1,
}

/** How much of something is right. Of nothing there is no share: n/a, never 0 % or 100 %. */
export type Share = { good: number; of: number }

export const shareOf = ({ good, of }: Share): number | null =>
  of > 0 ? Math.min(1, Math.max(0, good / of)) : null

/** Shares between 0 and 1; what is missing or null is n/a. */
export type Parts = Partial<Record<Dimension, number | null>>

/** Between 0 and 100, from so many of six parts; null when not one of them is known. */
export type Index = { value: number | null; parts: number }

/** Weights of parts that are n/a are spread over the others. */
export function indexOf(parts: Parts): Index {
  const known = dimensions.flatMap((dimension) => {
    const share = parts[dimension]
    return share === null || share === undefined
      ? []
      : [{ weight: weights[dimension], value: 100 * share }]
  })
  return { value: weightedMean(known), parts: known.length }
}

/** The index of everything: that of each kind of record, by how much the kind matters. */
export const overallIndex = (
  kinds: readonly { weight: number; value: number | null }[],
): number | null =>
  weightedMean(kinds.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }])))

/** Fewer checks than this in ninety days say nothing. */
export const fewestChecks = 30

/** A sample promises no more than the lower end of its 95 % interval: 46 right of 50 are .81. */
export const accuracyOf = ({ good, of }: Share): number | null =>
  of < fewestChecks ? null : wilsonLower(good, of)

/** The lower bound of Wilson's score interval (E. B. Wilson, 1927). */
export function wilsonLower(good: number, of: number, z = 1.96): number {
  const p = good / of
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  return Math.max(0, (p + (z * z) / (2 * of) - half) / (1 + (z * z) / of))
}
