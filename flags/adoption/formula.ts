import { weightedMean } from '../../core/values/mean.ts'

/**
 * The adoption index (rollout-and-training 7.4): five shares of how a person works with the
 * product, each between 0 and 1, over the last four weeks. Nothing here asks a database.
 */
export const parts = ['regular', 'process', 'prompt', 'depth', 'pure'] as const
export type Part = (typeof parts)[number]

/** Which version of this formula a number was made by; it goes up whenever a number would change. */
export const formulaVersion = 2

export type Weights = Readonly<Record<Part, number>>

export const usualWeights: Weights = {
  regular: 0.25,
  process: 0.3,
  prompt: 0.2,
  depth: 0.15,
  pure: 0.1,
}

/** A share between 0 and 1; null is n/a, and neither 0 nor 1. */
export type Shares = Readonly<Record<Part, number | null>>

/** So much of what was expected; more than expected is all of it, and of nothing there is no share. */
export const shareOf = (good: number, of: number): number | null =>
  of > 0 ? Math.min(1, Math.max(0, good / of)) : null

/** The mean of those shares that are known; null when none is. */
export function meanOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null)
  return known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : null
}

/**
 * A person's index, between 0 and 100, from so many of five parts. The weight of a part that is n/a
 * is spread over the others; null when not one of them is known.
 */
export function indexOf(
  shares: Shares,
  weights: Weights = usualWeights,
): { value: number | null; parts: number } {
  const known = parts.flatMap((part) => {
    const share = shares[part]
    return share === null ? [] : [{ weight: weights[part], value: 100 * share }]
  })
  return { value: weightedMean(known), parts: known.length }
}

/** What each answer to “how much did you keep outside of the CRM this week?” is worth. */
export const elsewhere = { none: 1, some: 0.5, most: 0 } as const

/** Whoever reaches this has taken to the product. */
export const adopts = 60

/** Without a deed in so many working days somebody is dormant. */
export const dormantDays = 14

/**
 * What the indexes of a group amount to: their plain mean, so that whoever has the product and never
 * works with it counts as 0; the share of adopters; and how far apart the people are.
 */
export type Group = {
  people: number
  value: number | null
  adopters: number | null
  dormant: number
  p10: number | null
  p90: number | null
}

export function groupOf(people: readonly { value: number; dormant: boolean }[]): Group {
  const values = people.map(({ value }) => value).sort((one, other) => one - other)
  return {
    people: values.length,
    value: meanOf(values),
    adopters: shareOf(values.filter((value) => value >= adopts).length, values.length),
    dormant: people.filter(({ dormant }) => dormant).length,
    p10: quantile(values, 0.1),
    p90: quantile(values, 0.9),
  }
}

/** By linear interpolation between the two nearest. @param sorted rising */
function quantile(sorted: readonly number[], at: number): number | null {
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * at
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

/** What a figure was before something began, and what it is since; of one group of people. */
export type BeforeAfter = { before: number; after: number }

/**
 * By how much more a figure changed where something was tried than where it was not: what would have
 * happened anyhow is taken away (7.9).
 */
export const differenceInDifferences = (tried: BeforeAfter, others: BeforeAfter): number =>
  tried.after - tried.before - (others.after - others.before)
