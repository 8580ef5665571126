import { sql } from 'drizzle-orm'
import type { Person } from '../access/person.ts'
import { may } from '../access/person.ts'
import type { Changes } from '../db/changes.ts'
import { type Kept, keepPerCompany } from '../db/kept.ts'
import type { PerLocale } from '../i18n/locale.ts'
import type { Role } from '../module.ts'
import type { InCompany, Scope } from '../scope.ts'

/** A list as somebody keeps it; see the table. */
export type SavedView = {
  id: string
  list: string
  name: string
  /** Its name in each language, of one that came prepared and was not renamed. */
  names: PerLocale | null
  params: string
  columns: string[] | null
  ownerId: string
  ownerName: string
  departmentId: string | null
  departmentKey: string | null
  departmentName: string | null
  /** The roles whose lists open with it. */
  roles: Role[]
  /** The roles whose people find it among their views. */
  forRoles: Role[]
  version: number
}

/** Which view a list opens with; `view` is null for the whole list. */
type Default = { list: string; user: string | null; role: Role | null; view: string | null }

/** All views of a company by name, and what its lists open with. */
export type SavedViews = { views: readonly SavedView[]; defaults: readonly Default[] }

/** What to tell when a view or a default changed. */
export const viewsTopic = 'views'

export const shareViews = 'core.views.share'
export const manageViews = 'core.views.manage'

/** Reads them as they are in the scope's transaction. */
export async function readSavedViews({ db, company }: InCompany): Promise<SavedViews> {
  const [row] = await db.execute<{ views: SavedView[]; defaults: Default[] }>(sql`
    select
      coalesce((select json_agg(json_build_object('id', v.id, 'list', v.list, 'name', v.name,
          'names', v.names, 'forRoles', v.for_roles,
          'params', v.params, 'columns', v.columns, 'ownerId', v.owner_id, 'ownerName', u.name,
          'departmentId', v.department_id, 'departmentKey', d.key, 'departmentName', d.name,
          'roles', array(select f.role from core.list_defaults f where f.company_id = v.company_id
            and f.view_id = v.id and f.role is not null order by f.role),
          'version', v.version) order by v.name, v.id)
        from core.saved_views v
        join core.users u on u.company_id = v.company_id and u.id = v.owner_id
        left join core.departments d on d.company_id = v.company_id and d.id = v.department_id
          and d.archived_at is null
        where v.company_id = ${company.id}), '[]') as views,
      coalesce((select json_agg(json_build_object('list', list, 'user', user_id, 'role', role,
          'view', view_id))
        from core.list_defaults where company_id = ${company.id}), '[]') as defaults`)
  return row ?? { views: [], defaults: [] }
}

/** Keeps them in memory: every list shows them, and must not ask for them. */
export const openSavedViews = (changes: Pick<Changes, 'on' | 'live'>): Kept<SavedViews> =>
  keepPerCompany(changes, [viewsTopic, 'access'], readSavedViews)

/** Whether somebody may share views with a department: their permission reaches it. */
export function mayShareWith(person: Person, departmentId: string): boolean {
  switch (person.reach.get(shareViews) ?? 'none') {
    case 'all':
      return true
    case 'tree':
      return person.treeIds.includes(departmentId)
    case 'department':
      return person.departmentId === departmentId
    default:
      return false
  }
}

/** The roles that have to do with a view: those it is for, and those whose lists open with it. */
export const rolesOf = ({
  roles,
  forRoles,
}: Pick<SavedView, 'roles' | 'forRoles'>): readonly Role[] => [...roles, ...forRoles]

/**
 * Whether a view is there for somebody: their own, one of their department (from those above it to
 * those below), and what is for their role or opens a list for it. What it shows them is up to their own reach.
 */
export function isShown(person: Person, view: SavedView): boolean {
  const { departmentId, departmentKey } = view
  const roles = rolesOf(view)
  if (view.ownerId === person.id || roles.some((role) => person.roles.includes(role))) return true
  if (may(person, manageViews) && (roles.length > 0 || departmentId)) return true
  if (!departmentId) return false
  if (departmentKey && person.departmentKeys.includes(departmentKey)) return true
  return person.treeIds.includes(departmentId) || mayShareWith(person, departmentId)
}

/** Whether somebody may change a view: it is theirs alone, or they may set it for all it is for. */
export function mayChange(person: Person, view: SavedView): boolean {
  const { ownerId, departmentId } = view
  const roles = rolesOf(view)
  if (roles.length > 0 && !may(person, manageViews)) return false
  if (departmentId) return mayShareWith(person, departmentId)
  return ownerId === person.id || roles.length > 0
}

/** Who looks at a list, and in which language. */
export type Reader = Pick<Scope, 'user' | 'locale'>

/** A view by its name in the reader's language. */
const named = ({ locale }: Reader, view: SavedView): SavedView => ({
  ...view,
  name: view.names?.[locale] ?? view.name,
})

/** The views of a list that are there for somebody: their own first. */
export function viewsOf(reader: Reader, { views }: SavedViews, list: string): SavedView[] {
  const person = reader.user
  const shown = views
    .filter((view) => view.list === list && isShown(person, view))
    .map((view) => named(reader, view))
  const [own, others] = [true, false].map((mine) =>
    shown.filter(({ ownerId }) => (ownerId === person.id) === mine),
  )
  return [...(own ?? []), ...(others ?? [])]
}

/**
 * What a list opens with for somebody: what they chose, else the first of their roles that has any.
 * @param views those of the list that are there for them
 */
export function defaultOf(
  person: Person,
  saved: Pick<SavedViews, 'defaults'>,
  list: string,
  views: readonly SavedView[],
): SavedView | undefined {
  const defaults = saved.defaults.filter((one) => one.list === list)
  const own = defaults.find(({ user }) => user === person.id)
  const chosen =
    own ?? person.roles.flatMap((role) => defaults.find((one) => one.role === role) ?? [])[0]
  return views.find(({ id }) => id === chosen?.view)
}
