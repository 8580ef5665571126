import type { PersonShare } from '../../core/adoption/declared.ts'
import { meanOf, type Shares, shareOf } from './formula.ts'
import type { Made } from './schema.ts'

/** What the index of a person in a module is made of; `module` empty for all of theirs together. */
export type Evidence = {
  module: string
  /** Days with a deed. */
  days: readonly string[]
  expectedDays: number
  recorded: number
  expectedRecords: number
  /** What was written down within a day, and what has a next step; missing where there is none. */
  prompt: Omit<PersonShare, 'person'> | undefined
  ahead: Omit<PersonShare, 'person'> | undefined
  /** Of so many kinds of deeds that a module knows, so many were done. */
  used: number
  features: number
  /** Weeks in which they kept nothing outside of the product, of those they spoke of. */
  pure: Omit<PersonShare, 'person'> | undefined
}

/** The five shares of 7.4; the last one is n/a for whoever did not say what was kept elsewhere. */
export const sharesOf = (evidence: Evidence): Shares => ({
  regular: shareOf(evidence.days.length, evidence.expectedDays),
  process: shareOf(evidence.recorded, evidence.expectedRecords),
  prompt: meanOf(
    [evidence.prompt, evidence.ahead].map((one) => (one ? shareOf(one.good, one.of) : null)),
  ),
  depth: shareOf(evidence.used, evidence.features),
  pure: evidence.pure ? shareOf(evidence.pure.good, evidence.pure.of) : null,
})

/** What each share that is known was reckoned from, to be shown beside it. */
export function madeOf(evidence: Evidence, shares: Shares): Made {
  const { days, expectedDays, recorded, expectedRecords, used, features } = evidence
  const timely = [evidence.prompt, evidence.ahead].filter((one) => one !== undefined)
  const of: Record<keyof Shares, { good: number; of: number }> = {
    regular: { good: days.length, of: expectedDays },
    process: { good: recorded, of: expectedRecords },
    prompt: { good: sum(timely.map(({ good }) => good)), of: sum(timely.map((one) => one.of)) },
    depth: { good: used, of: features },
    pure: evidence.pure ?? { good: 0, of: 0 },
  }
  return Object.fromEntries(
    Object.entries(shares).flatMap(([part, share]) =>
      share === null ? [] : [[part, { ...of[part as keyof Shares], share }]],
    ),
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/**
 * All modules of a person as if they were one: a day counts once, and as many are expected as in
 * the module that they have had for longest.
 */
export function together(modules: readonly Evidence[]): Evidence {
  const add = (side: 'prompt' | 'ahead') => {
    const known = modules.flatMap((one) => one[side] ?? [])
    if (known.length === 0) return undefined
    return { good: sum(known.map(({ good }) => good)), of: sum(known.map((one) => one.of)) }
  }
  return {
    module: '',
    days: [...new Set(modules.flatMap(({ days }) => days))],
    expectedDays: Math.max(...modules.map(({ expectedDays }) => expectedDays)),
    recorded: sum(modules.map(({ recorded }) => recorded)),
    expectedRecords: sum(modules.map(({ expectedRecords }) => expectedRecords)),
    prompt: add('prompt'),
    ahead: add('ahead'),
    used: sum(modules.map(({ used }) => used)),
    features: sum(modules.map(({ features }) => features)),
    pure: modules[0]?.pure,
  }
}
