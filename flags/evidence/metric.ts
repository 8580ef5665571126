import type { Running } from '../../core/console.ts'
import type { Reading, Where } from '../../core/evidence/declared.ts'
import type { PerLocale } from '../../core/i18n/locale.ts'
import type { Scope } from '../../core/scope.ts'

/** What a figure is counted in: shares and indexes from 0 to 100, money in minor units, yes as 100. */
export type Unit = 'percent' | 'index' | 'count' | 'money' | 'yes'

export type { Reading, Where } from '../../core/evidence/declared.ts'

/** A figure by which the rollout is judged: defined here in code, kept week by week in the data. */
export type Metric = {
  code: string
  title: PerLocale
  unit: Unit
  /** Where better lies. */
  direction: 'up' | 'down'
  /** It can be read of one department. */
  byDepartment?: true
  /** Left out where nothing in the product can measure it; then it takes a signed attestation. */
  read?: (scope: Scope, where: Where, running: Running) => Promise<Reading>
  /** What the law or security asks for: a gate never lets it be overridden. */
  kind?: 'legal' | 'security'
  /** For so many days somebody’s word for it counts, from the day it is of; for good when left out. */
  holdsFor?: number
  /** How it is computed, for whoever asks what a number is made of. */
  about?: PerLocale
  /** A percentage of more or less than something: it may lie below 0 and above 100. */
  isDifference?: true
  /** Raised when the formula changes, so that old snapshots keep theirs; 1 when left out. */
  version?: number
}

/** What a figure can be at all; nobody vouches for more, and no gate asks for more. */
export function limitsOf({ unit, isDifference }: Pick<Metric, 'unit' | 'isDifference'>) {
  if (isDifference) return { least: -1000, most: 1_000_000 }
  return { least: 0, most: unit === 'count' || unit === 'money' ? 1_000_000 : 100 }
}

export const insufficient: Reading = { state: 'insufficient' }

export const ok = (value: number, n?: number, parts?: Reading['parts']): Reading => ({
  state: 'ok',
  value,
  ...(n === undefined ? {} : { n }),
  ...(parts ? { parts } : {}),
})

/** What holds or does not. */
export const yes = (holds: boolean): Reading => ok(holds ? 100 : 0)
