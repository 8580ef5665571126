import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

export type Department = {
  id: string
  key: string
  name: string
  parentId: string | null
  archivedAt: Date | null
  /** The kind of record for which a module keeps it closed; null of one that people work in. */
  keptFor: string | null
  version: number
  /** Active people whose home it is. */
  people: number
}

export type Branch = Department & {
  /** 0 for a department that lies under no other. */
  depth: number
  /** Active people in it and in everything below it. */
  peopleBelow: number
  children: Branch[]
}

/** All departments of the company in the order in which they were made, archived ones included. */
export const readDepartments = (scope: Scope): Promise<Department[]> =>
  scope.db.execute<Department>(sql`
    select d.id, d.key, d.name, d.parent_id as "parentId", d.archived_at as "archivedAt",
      d.kept_for as "keptFor", d.version,
      (select count(*)::int from core.users u where u.company_id = d.company_id
        and u.department_id = d.id and u.disabled_at is null) as people
    from core.departments d where d.company_id = ${scope.company.id} order by d.id`)

/** The tree of the departments that are in use. */
export function treeOf(departments: readonly Department[]): Branch[] {
  const live = departments.filter((department) => !department.archivedAt)
  const known = new Set(live.map(({ id }) => id))
  const grow = (parent: string | null, depth: number): Branch[] =>
    live
      .filter(({ parentId }) => (parentId && known.has(parentId) ? parentId : null) === parent)
      .map((department) => {
        const children = grow(department.id, depth + 1)
        const below = children.reduce((sum, child) => sum + child.peopleBelow, department.people)
        return { ...department, depth, peopleBelow: below, children }
      })
  return grow(null, 0)
}

/** A tree as one list, each department before those below it. */
export const flatten = (branches: readonly Branch[]): Branch[] =>
  branches.flatMap((branch) => [branch, ...flatten(branch.children)])

/** Ids of a department and everything below it. */
export function withBelow(departments: readonly Department[], id: string): string[] {
  const ids = [id]
  for (const parent of ids)
    for (const department of departments)
      if (department.parentId === parent && !ids.includes(department.id)) ids.push(department.id)
  return ids
}

/** Where a new department usually belongs: below the one that all others lie below, if there is one. */
export function usualParent(departments: readonly Department[]): string {
  const [top, second] = treeOf(departments)
  return top && !second ? top.id : ''
}
