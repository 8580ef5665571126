import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../views/form.tsx'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import { drawConflict } from '../records/conflict.tsx'
import { lastSaved } from '../records/history.ts'
import {
  type Department,
  flatten,
  readDepartments,
  treeOf,
  usualParent,
} from './department-tree.ts'
import {
  addDepartment,
  archiveDepartment,
  changeDepartment,
  restoreDepartment,
} from './departments.ts'
import { accessText } from './messages.ts'
import { DepartmentFormPage } from './views/department-form.tsx'
import { DepartmentsPage } from './views/departments.tsx'

/** Departments: a tree with people in it. */
export const departmentRoutes = new Hono<Site>()

const manage = allow('core.people.manage')
const list = '/admin/departments'

departmentRoutes.get('/', manage, async (c) => {
  const { locale } = c.var.scope
  const all = await readDepartments(c.var.scope)
  const archived = all.filter(({ archivedAt, keptFor }) => archivedAt && !keptFor)
  const page = <DepartmentsPage locale={locale} tree={treeOf(all)} archived={archived} />
  return c.render(page, { title: accessText(locale).departments.title })
})

departmentRoutes.get('/new', manage, async (c) => {
  const parent = c.req.query('parent') ?? usualParent(await readDepartments(c.var.scope))
  return drawForm(c, { raw: { parent } })
})

departmentRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  let errors: Errors | undefined
  const to = await once(scope, raw, async () => {
    const outcome = await addDepartment(scope, raw)
    if ('errors' in outcome) errors = outcome.errors
    return errors ? undefined : list
  })
  if (!to) return drawForm(c, { raw, errors })
  const text = accessText(scope.locale).departments.added(raw.name?.trim() ?? '')
  return go(c, to, { kind: 'success', text })
})

departmentRoutes.get('/:id', manage, async (c) => {
  const department = await find(c)
  const raw = { name: department.name, parent: department.parentId ?? '' }
  return drawForm(c, { department, raw })
})

departmentRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const department = await find(c)
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const outcome = await changeDepartment(scope, department.id, version, raw)
  if (outcome === 'conflict') return drawDepartmentConflict(c, department, raw)
  if (outcome) return drawForm(c, { department: { ...department, version }, raw, errors: outcome })
  return go(c, list, { kind: 'success', text: accessText(scope.locale).departments.saved })
})

departmentRoutes.post('/:id/archive', manage, async (c) => {
  const department = await find(c)
  const t = accessText(c.var.scope.locale).departments
  const refused = await archiveDepartment(c.var.scope, department.id)
  if (refused) return go(c, `${list}/${department.id}`, { kind: 'danger', text: refused })
  return go(c, list, { kind: 'success', text: t.wasArchived(department.name) })
})

departmentRoutes.post('/:id/restore', manage, async (c) => {
  const refused = await restoreDepartment(c.var.scope, pathId(c))
  if (refused) return go(c, list, { kind: 'danger', text: refused })
  const text = accessText(c.var.scope.locale).departments.wasRestored
  return go(c, list, { kind: 'success', text })
})

async function find(c: Context<Site>): Promise<Department> {
  const id = pathId(c)
  const all = await readDepartments(c.var.scope)
  const found = all.find((department) => department.id === id && !department.archivedAt)
  if (!found) throw notFound()
  return found
}

type Drawn = { department?: Department; raw: Raw; errors?: FieldErrors }

async function drawForm(c: Context<Site>, drawn: Drawn) {
  const { scope } = c.var
  const page = (
    <DepartmentFormPage
      locale={scope.locale}
      departments={flatten(treeOf(await readDepartments(scope)))}
      once={drawn.department ? undefined : onceKey(drawn.raw)}
      {...drawn}
    />
  )
  const title = drawn.department?.name ?? accessText(scope.locale).departments.add
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

async function drawDepartmentConflict(c: Context<Site>, now: Department, raw: Raw) {
  const { scope } = c.var
  const t = accessText(scope.locale).departments
  const all = await readDepartments(scope)
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? t.top
  const theirs = now.parentId ?? ''
  const yours = raw.parent ?? ''
  return drawConflict(c, {
    title: now.name,
    action: `${list}/${now.id}`,
    version: now.version,
    ...(await lastSaved(scope, 'core.department', now.id)),
    fields: [
      { name: 'name', label: t.name, theirs: now.name, yours: raw.name ?? '' },
      {
        name: 'parent',
        label: t.parent,
        theirs,
        yours,
        shown: { theirs: nameOf(theirs), yours: nameOf(yours) },
      },
    ],
  })
}
