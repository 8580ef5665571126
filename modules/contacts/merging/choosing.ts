import { printed } from '../../../core/fields/changes.ts'
import type { AnyField } from '../../../core/fields/field.ts'
import type { Merged, Place } from './mergeable.ts'
import { placeOf } from './mergeable.ts'

/** Of which of two records each field is kept; what is not named is the winner's, gaps filled. */
export type Choices = Readonly<Record<string, 'winner' | 'loser'>>

/** A field by its name, or whose the record is, or what it stands below. */
export const placeFields = ['place', 'parent'] as const

/** The winner's value unless it has none. */
export const usualChoice = (field: AnyField, winner: object, loser: object): 'winner' | 'loser' =>
  isEmpty(field, winner) && !isEmpty(field, loser) ? 'loser' : 'winner'

const isEmpty = (field: AnyField, values: object): boolean =>
  printed(field, Reflect.get(values, field.field), 'en') === ''

/** The one that knows more wins; of two that know as much, the older. */
export function usualWinner(fields: readonly AnyField[], a: Merged, b: Merged): Merged {
  const known = ({ values }: Merged) => fields.filter((field) => !isEmpty(field, values)).length
  const more = known(a) - known(b)
  if (more !== 0) return more > 0 ? a : b
  return a.createdAt <= b.createdAt ? a : b
}

/**
 * What the winner is to be.
 * @param below which of the two's parents are one of the two, or stand somewhere below one of them
 */
export function chosen(
  fields: readonly AnyField[],
  winner: Merged,
  loser: Merged,
  choices: Choices,
  below: ReadonlySet<string>,
): { values: Record<string, unknown>; place: Place } {
  const values: Record<string, unknown> = { ...winner.values }
  for (const field of fields) {
    const side = choices[field.field] ?? usualChoice(field, winner.values, loser.values)
    if (side === 'loser') values[field.field] = Reflect.get(loser.values, field.field)
  }
  const mine = placeOf(winner)
  const theirs = placeOf(loser)
  const given = choices.place === 'loser' && winner.mayAssign && loser.mayAssign ? theirs : mine
  const { ownerId, departmentId } = given
  const parentId = parentOf(winner.parentId, loser.parentId, choices, below)
  return { values, place: { ownerId, departmentId, parentId } }
}

/** What stands below one of the two will stand below the winner, so it cannot stand above as well. */
function parentOf(
  mine: Merged['parentId'],
  theirs: Merged['parentId'],
  choices: Choices,
  below: ReadonlySet<string>,
): string | null | undefined {
  if (mine === undefined) return undefined
  const wanted = choices.parent === 'loser' || !mine ? [theirs, mine] : [mine, theirs]
  return wanted.find((id) => id && !below.has(id)) ?? null
}
