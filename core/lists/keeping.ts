import { sql } from 'drizzle-orm'
import { announce } from '../db/changes.ts'
import { newId } from '../db/id.ts'
import { type Role, roles } from '../module.ts'
import { recordAudit, recordAudits } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { rolesOf, type SavedView, viewsTopic } from './saved-views.ts'
import type { ViewState } from './view-state.ts'

export const audited = 'core.saved-view'

/** The most views that one person keeps of one list. */
export const mostViews = 40

/** What a view is called, and the department that sees it; null when nobody else does. */
export type ViewInput = Pick<SavedView, 'name' | 'departmentId' | 'departmentName'>

export const tellAll = (scope: Scope) => announce(scope.db, viewsTopic, scope.company.id)

/** Whether others than its owner see a view: then its changes stand in the audit trail. */
const concernsOthers = (view: Pick<SavedView, 'departmentId' | 'roles' | 'forRoles'>) =>
  view.departmentId !== null || rolesOf(view).length > 0

const told = ({ name, departmentName, params }: ViewInput & { params: string }) => ({
  name,
  department: departmentName,
  filters: params,
})

/**
 * Keeps a list as it stands, for one person or with a department. The caller has made sure that
 * they may share it.
 * @returns its id; undefined when they have one of this name already
 */
export async function saveView(
  scope: Scope,
  list: string,
  input: ViewInput,
  { params, columns }: ViewState,
): Promise<string | undefined> {
  const id = newId()
  const saved = await scope.db.execute(sql`
    insert into core.saved_views (company_id, id, list, name, params, columns, owner_id, department_id)
    values (${scope.company.id}, ${id}, ${list}, ${input.name}, ${params},
      ${columns ? sql`${sql.param(columns)}::text[]` : null}, ${scope.user.id}, ${input.departmentId})
    on conflict (company_id, list, owner_id, name) do nothing returning id`)
  if (saved.length === 0) return undefined
  await tellAll(scope)
  if (input.departmentId) {
    const after = told({ ...input, params })
    await recordAudit(scope, { action: 'created', object: audited, recordId: id, after })
  }
  return id
}

/**
 * Calls a view something else, shares it or keeps it to its owner, or lets it show what the list
 * shows now. The caller has made sure that they may.
 * @returns conflict when somebody changed it meanwhile, taken when its owner has one of that name
 */
export async function changeView(
  scope: Scope,
  view: SavedView,
  version: number,
  change: Partial<ViewInput & ViewState>,
): Promise<'changed' | 'conflict' | 'taken'> {
  const after = { ...view, ...change }
  const company = scope.company.id
  const [same] = await scope.db.execute(sql`
    select from core.saved_views where company_id = ${company} and list = ${view.list}
      and owner_id = ${view.ownerId} and name = ${after.name} and id <> ${view.id}`)
  if (same) return 'taken'
  const changed = await scope.db.execute(sql`
    update core.saved_views set name = ${after.name},
      names = ${change.name === undefined || isNamed(view, change.name) ? sql`names` : null},
      department_id = ${after.departmentId},
      params = ${after.params},
      columns = ${after.columns ? sql`${sql.param(after.columns)}::text[]` : null},
      updated_at = now(), version = version + 1
    where company_id = ${company} and id = ${view.id} and version = ${version} returning id`)
  if (changed.length === 0) return 'conflict'
  await tellAll(scope)
  if (concernsOthers(view) || concernsOthers(after))
    await recordAudit(scope, {
      ...{ action: 'changed', object: audited, recordId: view.id },
      before: told(view),
      after: told(after),
    })
  return 'changed'
}

/** Whether a view that came prepared is called that already, in any language. */
const isNamed = ({ names }: SavedView, name: string): boolean =>
  Object.values(names ?? {}).includes(name)

/** Removes a view; lists that opened with it open with all again. */
export async function removeView(scope: Scope, view: SavedView): Promise<void> {
  await scope.db.execute(sql`
    delete from core.saved_views where company_id = ${scope.company.id} and id = ${view.id}`)
  await tellAll(scope)
  if (concernsOthers(view))
    await recordAudit(scope, {
      ...{ action: 'removed', object: audited, recordId: view.id },
      before: told(view),
    })
}

/**
 * Chooses what a list opens with for the person themselves.
 * @param view null for the whole list, undefined for what their role opens
 */
export async function openWith(
  scope: Scope,
  list: string,
  view: string | null | undefined,
): Promise<void> {
  const { company, user } = scope
  await scope.db.execute(
    view === undefined
      ? sql`delete from core.list_defaults
          where company_id = ${company.id} and list = ${list} and user_id = ${user.id}`
      : sql`insert into core.list_defaults (company_id, id, list, user_id, view_id)
          values (${company.id}, ${newId()}, ${list}, ${user.id}, ${view})
          on conflict (company_id, list, user_id) do update
            set view_id = excluded.view_id, set_at = now()`,
  )
  await tellAll(scope)
}

/** Sets what a list opens with for the members of roles; a role that is not among them opens all. */
export async function setRoleDefaults(
  scope: Scope,
  list: string,
  wanted: ReadonlyMap<Role, SavedView>,
): Promise<void> {
  const company = scope.company.id
  const before = await scope.db.execute<{ role: Role; view: string; name: string }>(sql`
    select f.role, f.view_id as view, v.name from core.list_defaults f
    join core.saved_views v on v.company_id = f.company_id and v.id = f.view_id
    where f.company_id = ${company} and f.list = ${list} and f.role is not null for update of f`)
  const changed = roles.filter(
    (role) => before.find((one) => one.role === role)?.view !== wanted.get(role)?.id,
  )
  if (changed.length === 0) return
  for (const role of changed) {
    const view = wanted.get(role)
    await scope.db.execute(
      view
        ? sql`insert into core.list_defaults (company_id, id, list, role, view_id)
            values (${company}, ${newId()}, ${list}, ${role}, ${view.id})
            on conflict (company_id, list, role) do update
              set view_id = excluded.view_id, set_at = now()`
        : sql`delete from core.list_defaults
            where company_id = ${company} and list = ${list} and role = ${role}`,
    )
  }
  await tellAll(scope)
  await recordAudits(
    scope,
    changed.map((role) => ({
      ...{ action: 'changed', object: 'core.list-defaults', recordId: list },
      before: { roles: [role], view: before.find((one) => one.role === role)?.name ?? null },
      after: { roles: [role], view: wanted.get(role)?.name ?? null },
    })),
  )
}
