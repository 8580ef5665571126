import type { Permission } from '../module.ts'
import type { Scope } from '../scope.ts'
import { readGrants } from './grants.ts'
import { readMembers } from './members.ts'

/** The ids of everybody who may sign in and has a permission, however far it goes. */
export async function peopleWith(
  scope: Scope,
  { permissions }: { permissions: ReadonlyMap<string, Permission> },
  permission: string,
): Promise<string[]> {
  const grants = await readGrants(scope, permissions)
  const members = await readMembers(scope)
  return members
    .filter(({ roles }) =>
      roles.some((role) =>
        grants[role].some((one) => one.permission.key === permission && one.reach !== 'none'),
      ),
    )
    .map(({ id }) => id)
}
