import { may } from '../access/person.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { auditResource } from './audit-resource.ts'
import type { Resource } from './resource.ts'

/** All resources of this install, whoever may reach them. */
export const allResources = (registry: Registry): Resource[] => [
  ...registry.modules.flatMap((module) => module.resources ?? []),
  ...standingResources(registry),
]

/** Those that stand behind no module: they are there whatever is on. */
export const standingResources = ({ console }: Registry): Resource[] => [
  auditResource,
  ...(console.resources ?? []),
]

/** The resources a person may reach: of the modules that are on for them, with what they may do. */
export function offeredResources(registry: Registry, scope: Scope): Resource[] {
  const ofModules = registry.modules.flatMap((module) => {
    const state = scope.modules.state(module.id)
    if (state === 'off') return []
    return (module.resources ?? []).map((one) => (state === 'read' ? readOnly(one) : one))
  })
  return [...ofModules, ...standingResources(registry)]
    .filter(({ permission }) => may(scope.user, permission))
    .map((one) => (one.writing && !may(scope.user, one.writing.permission) ? readOnly(one) : one))
}

const readOnly = ({ writing: _, ...resource }: Resource): Resource => resource
