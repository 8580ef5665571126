import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Who } from './measures.ts'

/**
 * The departments and people whose targets a permission reaches, each department before what is in
 * it: all of them, those of one's own department and below, or oneself.
 */
export async function everybodyIn(scope: Scope, permission: string): Promise<Who[]> {
  const reach = scope.user.reach.get(permission) ?? 'none'
  if (reach === 'none') return []
  const rows = await scope.db.execute<Who>(sql`
    select id, name, 'department' as kind, parent_id as parent from core.departments
    where company_id = ${scope.company.id} and archived_at is null
    union all
    select id, name, 'person', department_id from core.users
    where company_id = ${scope.company.id} and disabled_at is null order by kind, name`)
  const { user } = scope
  const seen = rows.filter(({ id, kind, parent }) => {
    if (reach === 'all') return true
    if (reach === 'own') return id === user.id
    const places = reach === 'tree' ? user.treeIds : user.departmentId ? [user.departmentId] : []
    return id === user.id || places.includes((kind === 'department' ? id : parent) ?? '')
  })
  const known = new Set(seen.map(({ id }) => id))
  return ordered(
    seen.map((one) => ({
      ...one,
      parent: one.parent && known.has(one.parent) ? one.parent : null,
    })),
  )
}

/** As a tree is read: each before those below it. */
function ordered(all: readonly Who[], parent: string | null = null): Who[] {
  return all.filter((one) => one.parent === parent).flatMap((one) => [one, ...ordered(all, one.id)])
}

/** How deep somebody stands below the first of those that are shown. */
export function depthOf(all: readonly Who[], { parent }: Who): number {
  const above = parent === null ? undefined : all.find(({ id }) => id === parent)
  return above ? depthOf(all, above) + 1 : 0
}
