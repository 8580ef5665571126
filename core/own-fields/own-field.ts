import type { Colleague } from '../access/directory.ts'
import type { AnyField } from '../fields/field.ts'
import type { Definition } from './definition.ts'
import { partsOf } from './kinds.ts'

/** An own field as a field like any other, with what its company decided about it. */
export type OwnField = AnyField & { own: Definition }

/** Begins the names of own fields in forms, files, addresses and histories. */
export const ownPrefix = 'own_'

/** Values of own fields among a record's others; null is not filled in. */
export type OwnValues = { [field: `own_${string}`]: unknown }

/** @param colleagues everybody of the company, for fields that name one of them */
export const ownFieldOf = (own: Definition, colleagues: readonly Colleague[]): OwnField => ({
  ...partsOf(own.kind, own.choices, colleagues),
  field: ownPrefix + own.key,
  label: own.label,
  aliases: [own.key],
  ...(own.help.en && { hint: own.help }),
  ...(own.required && { required: true as const }),
  own,
})
