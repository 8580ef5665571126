import { parseCronItem } from 'graphile-worker'
import { corePermissions } from './access/permissions.ts'
import { type Console, noConsole } from './console.ts'
import type { Module, Permission } from './module.ts'
import { outgoingOf } from './transfer/transfer.ts'

/** A module list that cannot work; the message names the thing, the place and the cure. */
export class RegistryError extends Error {}

export type Registry = {
  modules: readonly Module[]
  permissions: ReadonlyMap<string, Permission>
  console: Console
}

/** What a module cannot be called: the core's own addresses and schemas. */
const taken = [
  ...[
    'absences',
    'account',
    'admin',
    'api',
    'assets',
    'export',
    'files',
    'forgotten',
    'healthz',
    'import',
  ],
  ...[
    'keys',
    'lists',
    'login',
    'logout',
    'metrics',
    'notifications',
    'portal',
    'readyz',
    'rollout',
    'search',
    'setup',
    'verify',
  ],
  ...['welcome'],
  ...['core', 'flags', 'public'],
]

/** @returns why this can be no module's id, as the end of a sentence; undefined when it can */
export function whatIsWrongWithId(id: string): string | undefined {
  if (!/^[a-z][a-z0-9]{1,29}$/.test(id) || id.startsWith('pg'))
    return 'is no module id: use 2 to 30 lower-case letters and digits, a letter first, and not "pg"'
  if (taken.includes(id)) return 'is a name the core uses itself: choose another'
}

/**
 * Checks the list of modules before anything is served.
 * @throws RegistryError for a name used twice or never declared, or a need that does not come first
 */
export function openRegistry(modules: readonly Module[], console = noConsole): Registry {
  const permissions = new Map<string, Permission>(corePermissions.map((p) => [p.key, p]))
  const seen = new Set<string>()
  for (const module of modules) {
    checkPlace(module, seen)
    seen.add(module.id)
    for (const permission of module.permissions) {
      refuseTwice(module, 'permission', permission.key, permissions.has(permission.key))
      permissions.set(permission.key, permission)
    }
    checkUses(module, permissions)
    checkTimes(module)
    checkCustomisable(module)
  }
  checkNames(modules)
  return { modules, permissions, console }
}

function checkPlace({ id, needs }: Module, before: ReadonlySet<string>): void {
  const wrong = whatIsWrongWithId(id)
  if (wrong) throw new RegistryError(`modules/index.ts lists "${id}", which ${wrong}.`)
  if (before.has(id))
    throw new RegistryError(
      `modules/index.ts lists "${id}" twice: remove one, or rename it in modules/${id}/module.ts.`,
    )
  for (const need of needs)
    if (!before.has(need))
      throw new RegistryError(
        `Module "${id}" needs "${need}", which does not come before it in modules/index.ts: list "${need}" first.`,
      )
}

function checkUses(module: Module, permissions: ReadonlyMap<string, Permission>): void {
  const users = [
    ...module.navigation,
    ...(module.cards ?? []),
    ...(module.panels ?? []),
    ...(module.search ?? []),
    ...(module.estates ?? []),
    ...(module.quality ?? []),
    ...(module.lists ?? []),
  ]
  const uses: string[] = users.map((user) => user.permission)
  for (const { permission, writing } of module.resources ?? [])
    uses.push(permission, ...(writing ? [writing.permission] : []))
  for (const { exportPermission } of outgoingOf(module)) uses.push(exportPermission)
  for (const { importPermission } of module.transfers ?? []) uses.push(importPermission)
  for (const { bulk } of module.lists ?? []) uses.push(...Object.values(bulk.permissions))
  for (const permission of uses)
    if (!permissions.has(permission))
      throw new RegistryError(
        `Module "${module.id}" uses the permission "${permission}", which nobody declares: add it to permissions in modules/${module.id}/module.ts.`,
      )
}

function checkTimes(module: Module): void {
  for (const { name, cron } of [...(module.jobs ?? []), ...(module.errands ?? [])])
    try {
      if (cron !== undefined) parseCronItem({ task: name, match: cron })
    } catch {
      throw new RegistryError(
        `Module "${module.id}" sets the time "${cron}" for the job "${name}", which is no cron time: write five parts like "17 * * * *" in modules/${module.id}/module.ts.`,
      )
    }
}

/** Own fields are managed and told under the names that the audit trail has for a record. */
function checkCustomisable({ id, audited = [], customisable = [] }: Module): void {
  for (const { object } of customisable)
    if (!audited.some((one) => one.object === object))
      throw new RegistryError(
        `Module "${id}" lets "${object}" have own fields, and says nowhere what it is called: add it to audited in modules/${id}/module.ts.`,
      )
}

/** The command line and the queue find these by name alone, whichever module they are of. */
function checkNames(modules: readonly Module[]): void {
  const names = new Set<string>()
  for (const module of modules) {
    const own = [
      ...[...(module.jobs ?? []), ...(module.errands ?? [])].map(
        ({ name }) => ['job', name] as const,
      ),
      ...(module.timeline ?? []).map(({ kind }) => ['timeline kind', kind] as const),
      ...(module.notifications ?? []).map(({ kind }) => ['notification kind', kind] as const),
      ...(module.records ?? []).map(({ object }) => ['kind of record', object] as const),
      ...outgoingOf(module).map(({ kind }) => ['kind of file', kind] as const),
      ...(module.resources ?? []).map(({ name }) => ['API resource', name] as const),
      ...(module.lists ?? []).map(({ key }) => ['list', key] as const),
      ...(module.seeds ?? []).map(({ key }) => ['seed', key] as const),
    ]
    for (const [what, name] of own) {
      refuseTwice(module, what, name, names.has(`${what} ${name}`))
      names.add(`${what} ${name}`)
    }
  }
}

function refuseTwice(module: Module, what: string, name: string, twice: boolean): void {
  if (twice)
    throw new RegistryError(
      `Module "${module.id}" declares the ${what} "${name}", which exists already: rename or remove it in modules/${module.id}/module.ts.`,
    )
}
