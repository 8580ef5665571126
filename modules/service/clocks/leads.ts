import { type Member, readMembers } from '../../../core/access/members.ts'
import type { Scope } from '../../../core/scope.ts'
import { readAbove, upFrom } from '../by-department/nearest.ts'

/**
 * Who leads a department: those of the nearest one, from it upwards, that has a lead; where none has,
 * the administrators.
 * @param above of each department the one above it
 */
export function leadsOf(
  members: readonly Pick<Member, 'id' | 'departmentId' | 'roles'>[],
  above: ReadonlyMap<string, string | null>,
  departmentId: string | null,
): string[] {
  for (const at of upFrom(departmentId, above)) {
    const found = members.filter((one) => one.departmentId === at && one.roles.includes('lead'))
    if (found.length > 0) return found.map(({ id }) => id)
  }
  return members.filter(({ roles }) => roles.includes('admin')).map(({ id }) => id)
}

/** The same for any department of a company. */
export async function readLeads(scope: Scope): Promise<(departmentId: string | null) => string[]> {
  const [members, above] = await Promise.all([readMembers(scope), readAbove(scope)])
  return (departmentId) => leadsOf(members, above, departmentId)
}
