import { sql } from 'drizzle-orm'
import { may } from '../../core/access/person.ts'
import type { Scope } from '../../core/scope.ts'

/** Sees how whole departments have taken to the product; leads those of their own tree. */
export const viewAdoption = 'core.adoption.view'
/** Sees people by name. */
export const viewPeople = 'core.adoption.people'
/** Sees what is recorded of oneself. */
export const viewOwn = 'core.adoption.own'
/** Decides what is expected, and has it measured. */
export const manageAdoption = 'core.adoption.manage'

/**
 * Whose adoption somebody may see by name (R17): their own; as a champion that of their department;
 * as a lead that of their departments and those below; as a trainer everybody's. Nobody else's, not
 * even as an administrator or sponsor: they see departments of four and more.
 */
export type Watch = (person: { id: string; departmentId: string | null }) => boolean

export async function watchOf({ db, company, user }: Scope): Promise<Watch> {
  const reach = user.reach.get(viewPeople) ?? 'none'
  const departments = new Set(reach === 'tree' ? user.treeIds : [])
  if (reach === 'department' && user.departmentId) departments.add(user.departmentId)
  const [row] = await db.execute<{ champion: boolean }>(sql`
    select champion_since is not null as champion from core.users
    where company_id = ${company.id} and id = ${user.id}`)
  if (row?.champion && user.departmentId) departments.add(user.departmentId)
  return ({ id, departmentId }) =>
    id === user.id || reach === 'all' || (departmentId !== null && departments.has(departmentId))
}

/** The departments whose numbers somebody may see at all; undefined is all of them. */
export const departmentsInSight = ({ user }: Scope): readonly string[] | undefined => {
  if (!may(user, viewAdoption)) return []
  return user.reach.get(viewAdoption) === 'all' ? undefined : user.treeIds
}
