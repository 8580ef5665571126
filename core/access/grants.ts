import { sql } from 'drizzle-orm'
import { type Permission, type Reach, type Role, reaches, roles } from '../module.ts'
import { differences, recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { changeAlone } from './alone.ts'

/** How far one role takes one permission, and whether the company departs from the default. */
export type Grant = { permission: Permission; reach: Reach; standard: Reach; departs: boolean }

/** Every permission of the core and the modules for every role, in the order of declaration. */
export async function readGrants(
  scope: Scope,
  permissions: ReadonlyMap<string, Permission>,
): Promise<Record<Role, Grant[]>> {
  const rows = await scope.db.execute<{ role: Role; permission: string; reach: Reach }>(sql`
    select role, permission, reach from core.role_grants where company_id = ${scope.company.id}`)
  const decided = new Map(rows.map((row) => [`${row.role} ${row.permission}`, row.reach]))
  const grantsOf = (role: Role): Grant[] =>
    [...permissions.values()].map((permission) => {
      const standard = permission.roles[role] ?? 'none'
      const reach = decided.get(`${role} ${permission.key}`) ?? standard
      return { permission, reach, standard, departs: reach !== standard }
    })
  return Object.fromEntries(roles.map((role) => [role, grantsOf(role)])) as Record<Role, Grant[]>
}

/** How far a permission can go: one without records to reach over is there or not. */
export const choicesOf = (permission: Permission): readonly Reach[] =>
  permission.scoped ? reaches : ['none', 'all']

/** Whoever may take this away could lock everybody out of the administration. */
export const isFixed = (role: Role, permission: string): boolean =>
  role === 'admin' && permission === 'core.people.manage'

/**
 * Sets how far permissions of a role go. Only departures from the default are stored; what cannot
 * be is left as it was.
 * @param wanted permission → reach, for those that were changed
 * @returns how many changed
 */
export async function changeGrants(
  scope: Scope,
  permissions: ReadonlyMap<string, Permission>,
  role: Role,
  wanted: ReadonlyMap<string, string>,
  reason: string,
): Promise<number> {
  await changeAlone(scope)
  const grants = (await readGrants(scope, permissions))[role]
  const before = Object.fromEntries(grants.map(({ permission, reach }) => [permission.key, reach]))
  const after: Record<string, Reach> = {}
  for (const { permission, standard } of grants) {
    const reach = wanted.get(permission.key) as Reach | undefined
    if (!reach || isFixed(role, permission.key) || !choicesOf(permission).includes(reach)) continue
    after[permission.key] = reach
    await store(scope, role, permission.key, reach === standard ? undefined : reach)
  }
  const change = differences(before, after)
  if (change)
    await recordAudit(scope, {
      action: 'changed',
      object: 'core.role',
      recordId: role,
      ...change,
      reason,
    })
  return Object.keys(change?.after ?? {}).length
}

async function store(scope: Scope, role: Role, permission: string, reach: Reach | undefined) {
  await scope.db.execute(
    reach
      ? sql`insert into core.role_grants (company_id, role, permission, reach)
          values (${scope.company.id}, ${role}, ${permission}, ${reach})
          on conflict (company_id, role, permission) do update
          set reach = excluded.reach, updated_at = now(), version = role_grants.version + 1`
      : sql`delete from core.role_grants
          where company_id = ${scope.company.id} and role = ${role} and permission = ${permission}`,
  )
}
