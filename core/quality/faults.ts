import { type SQL, sql } from 'drizzle-orm'
import type { Quality } from './declared.ts'
import type { Dimension } from './formula.ts'

/** One thing that can be wrong with a record. */
export type Fault = {
  /** completeness.phone */
  key: `${Dimension | 'privacy'}.${string}`
  /** Whether the rule applies to a row, and whether the row keeps it. */
  applies: SQL
  holds: SQL
  weight: number
}

/** An invalid value misleads, and a contradiction stops work: they weigh more than a gap. */
const invalidWeight = 2
const inconsistentWeight = 3
const staleWeight = 1

/** Every rule of a kind of record, by row. Duplicates are no fault of one record alone. */
export const faultsOf = ({ fields, rules, timely }: Quality): Fault[] => [
  ...fields.map(
    ({ field, filled, applies, weight }): Fault => ({
      key: `completeness.${field}`,
      applies: applies ?? sql`true`,
      holds: filled,
      weight,
    }),
  ),
  ...fields.flatMap(({ field, filled, valid }): Fault[] =>
    valid
      ? [{ key: `validity.${field}`, applies: filled, holds: valid, weight: invalidWeight }]
      : [],
  ),
  ...rules.map(
    ({ rule, applies, holds }): Fault => ({
      key: `consistency.${rule}`,
      applies,
      holds,
      weight: inconsistentWeight,
    }),
  ),
  { key: 'timeliness.confirmed', applies: sql`true`, holds: timely, weight: staleWeight },
]

/** Whether all is recorded that privacy asks for, and each of it. */
export const privacyFaultsOf = ({ privacy = [] }: Quality): Fault[] => {
  const fault = (name: string, holds: SQL): Fault => ({
    key: `privacy.${name}`,
    applies: sql`true`,
    holds,
    weight: 0,
  })
  const all = sql.join(
    privacy.map(({ filled }) => filled),
    sql` and `,
  )
  return privacy.length === 0
    ? []
    : [fault('complete', all), ...privacy.map(({ field, filled }) => fault(field, filled))]
}

/** Rows that break a rule. A rule that cannot be decided is not broken. */
export const broken = ({ applies, holds }: Fault): SQL =>
  sql`(coalesce(${applies}, false) and not coalesce(${holds}, false))`
