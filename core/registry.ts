import { corePermissions } from './access/permissions.ts'
import type { Module, Permission } from './module.ts'

/** A module list that cannot work; the message names the thing, the place and the cure. */
export class RegistryError extends Error {}

export type Registry = {
  modules: readonly Module[]
  permissions: ReadonlyMap<string, Permission>
}

/**
 * Checks the list of modules before anything is served.
 * @throws RegistryError for an id, permission or route used twice, or a need that does not come first
 */
export function openRegistry(modules: readonly Module[]): Registry {
  const seen = new Set<string>(['core', 'flags'])
  const permissions = new Map<string, Permission>(corePermissions.map((p) => [p.key, p]))
  for (const module of modules) {
    if (!/^[a-z][a-z0-9-]{1,29}$/.test(module.id))
      throw new RegistryError(
        `modules/index.ts lists "${module.id}", which is no module id: use lower-case letters, digits and hyphens.`,
      )
    if (seen.has(module.id))
      throw new RegistryError(
        `modules/index.ts lists "${module.id}" twice, or the name is taken: rename one of them.`,
      )
    for (const need of module.needs)
      if (!seen.has(need))
        throw new RegistryError(
          `Module "${module.id}" needs "${need}", which does not come before it in modules/index.ts: list "${need}" first.`,
        )
    seen.add(module.id)
    for (const permission of module.permissions) addPermission(permissions, module, permission)
    checkUses(module, permissions)
  }
  return { modules, permissions }
}

function addPermission(
  permissions: Map<string, Permission>,
  module: Module,
  permission: Permission,
): void {
  if (permissions.has(permission.key))
    throw new RegistryError(
      `Module "${module.id}" declares the permission "${permission.key}" twice: remove one in modules/${module.id}/module.ts.`,
    )
  permissions.set(permission.key, permission)
}

function checkUses(module: Module, permissions: Map<string, Permission>): void {
  const users = [
    ...module.navigation,
    ...(module.cards ?? []),
    ...(module.panels ?? []),
    ...(module.search ?? []),
  ]
  for (const { permission } of users)
    if (!permissions.has(permission))
      throw new RegistryError(
        `Module "${module.id}" uses the permission "${permission}", which nobody declares: add it to permissions in modules/${module.id}/module.ts.`,
      )
}
