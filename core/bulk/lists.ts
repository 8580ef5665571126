import type { Listed } from '../lists/listed.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/**
 * A list by its key; undefined when its module is off for this person, or open for reading only
 * where they are to write.
 */
export const openList = (
  registry: Registry,
  scope: Scope,
  key: string,
  to: 'read' | 'write',
): Listed | undefined =>
  registry.modules
    .filter(({ id }) => {
      const state = scope.modules.state(id)
      return state === 'write' || (to === 'read' && state === 'read')
    })
    .flatMap((module) => module.lists ?? [])
    .find((list) => list.key === key)
