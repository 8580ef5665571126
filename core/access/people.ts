import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Locale } from '../i18n/locale.ts'
import { type Permission, type Reach, type Role, reaches } from '../module.ts'
import type { Company } from '../scope.ts'
import type { Person } from './person.ts'

type Row = {
  company: Company
  person: Pick<Person, 'id' | 'name' | 'email' | 'phone' | 'departmentId'> & {
    locale: Locale | null
    theme: 'light' | 'dark' | null
    roles: Role[]
  }
  departments: Department[] | null
  grants: Grant[] | null
  shared: Shared[] | null
}
type Department = { id: string; key: string; parentId: string | null }
type Shared = { object: string; id: string }
type Grant = { role: Role; permission: string; reach: Reach }

/**
 * Reads one person with all that decides what they may do, in one query.
 * @param company id of the company the transaction is set to
 * @returns undefined when there is no such person, or they may no longer sign in
 */
export async function readPerson(
  db: Database,
  permissions: ReadonlyMap<string, Permission>,
  company: string,
  user: string,
): Promise<{ company: Company; person: Person } | undefined> {
  const [row] = await db.execute<Row>(sql`
    select
      json_build_object('id', c.id, 'name', c.name, 'locale', c.locale,
        'timeZone', c.time_zone, 'currency', c.currency) as company,
      json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone,
        'locale', u.locale, 'theme', u.theme, 'departmentId', u.department_id,
        'roles', coalesce((select json_agg(r.role order by r.role) from core.user_roles r
          where r.company_id = u.company_id and r.user_id = u.id), '[]')) as person,
      (select json_agg(json_build_object('id', d.id, 'key', d.key, 'parentId', d.parent_id))
        from core.departments d where d.company_id = u.company_id) as departments,
      (select json_agg(json_build_object('role', g.role, 'permission', g.permission, 'reach', g.reach))
        from core.role_grants g where g.company_id = u.company_id) as grants,
      (select json_agg(json_build_object('object', s.object, 'id', s.record_id))
        from core.collaborators s where s.company_id = u.company_id and s.user_id = u.id) as shared
    from core.users u join core.companies c on c.id = u.company_id
    where u.company_id = ${company} and u.id = ${user} and u.disabled_at is null`)
  if (!row) return undefined
  const person: Person = {
    ...row.person,
    ...placeOf(row.person.departmentId, row.departments ?? []),
    reach: reachOf(row.person.roles, permissions, row.grants ?? []),
    shared: sharedBy(permissions, row.shared ?? []),
  }
  return { company: row.company, person }
}

/** Where a home department lies in the tree: the keys above it, and the ids below it. */
export function placeOf(
  home: string | null,
  departments: readonly Department[],
): Pick<Person, 'departmentKey' | 'departmentKeys' | 'treeIds'> {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const keys: string[] = []
  for (
    let at = home ? byId.get(home) : undefined;
    at;
    at = at.parentId ? byId.get(at.parentId) : undefined
  ) {
    if (keys.includes(at.key)) break
    keys.unshift(at.key)
  }
  const tree = home ? [home] : []
  for (const id of tree)
    for (const department of departments)
      if (department.parentId === id && !tree.includes(department.id)) tree.push(department.id)
  return { departmentKey: keys.at(-1) ?? null, departmentKeys: keys, treeIds: tree }
}

/** The records on which somebody collaborates, by the permissions they have for them by that. */
function sharedBy(
  permissions: ReadonlyMap<string, Permission>,
  shared: readonly Shared[],
): Map<string, string[]> {
  const result = new Map<string, string[]>()
  for (const [key, { collaborators }] of permissions) {
    const ids = shared.filter(({ object }) => object === collaborators).map(({ id }) => id)
    if (ids.length > 0) result.set(key, ids)
  }
  return result
}

/** The furthest any of a person's roles goes: what the company decided, else what modules default to. */
export function reachOf(
  roles: readonly Role[],
  permissions: ReadonlyMap<string, Permission>,
  grants: readonly Grant[],
): Map<string, Reach> {
  const decided = new Map(grants.map((grant) => [`${grant.role} ${grant.permission}`, grant.reach]))
  const result = new Map<string, Reach>()
  for (const [key, permission] of permissions) {
    const furthest = roles
      .map((role) => decided.get(`${role} ${key}`) ?? permission.roles[role] ?? 'none')
      .reduce((most, next) => (reaches.indexOf(next) > reaches.indexOf(most) ? next : most), 'none')
    if (furthest !== 'none') result.set(key, furthest)
  }
  return result
}
