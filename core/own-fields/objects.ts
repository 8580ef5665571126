import { may } from '../access/person.ts'
import type { Audited } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/**
 * The kinds of records that a person can give own fields now: those of the modules that are on for
 * them, and of those they are preparing (core/decisions/0009). Each with what it and the fields it
 * has anyway are called.
 */
export const customisable = (registry: Registry, scope: Scope): Audited[] =>
  registry.modules
    .filter(({ id }) => scope.modules.state(id) !== 'off' || may(scope.user, 'core.modules.manage'))
    .flatMap(({ audited = [], customisable = [] }) =>
      customisable.flatMap(({ object }) => audited.find((one) => one.object === object) ?? []),
    )
