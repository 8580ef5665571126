import type { Context } from 'unleash-client'
import type { Placed } from '../core/switchboard.ts'

/** Everything a decision may depend on: the fields every Unleash client knows. */
export type FlagContext = Context

/**
 * Who somebody is, in the fields flags are decided by. An Unleash field holds one text, so what
 * has several values is listed between commas (`,lead,member,`) and asked with STR_CONTAINS
 * (`,lead,`): `department` is the key of the home department, `departments` the keys from the root
 * down to it, `roles` the person's roles.
 */
export const contextOf = (person: Placed): FlagContext => ({
  userId: person.id,
  properties: {
    department: person.departmentKey ?? undefined,
    departments: listed(person.departmentKeys),
    roles: listed(person.roles),
  },
})

/** Several values as the one text that a context field can hold. */
export const listed = (values: readonly string[]): string => `,${values.join(',')},`
