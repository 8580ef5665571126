import { type Context, Hono } from 'hono'
import { confirmIfOld, mustConfirm } from '../auth/confirm.ts'
import { countEstates, totalOf } from '../handover/estates.ts'
import { receiptsOf } from '../handover/receipts.ts'
import { allow } from '../http/allow.ts'
import { readForm } from '../http/form.ts'
import { pathId } from '../http/path-id.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import { readHistory } from '../records/history.ts'
import { makeLink } from './add-person.ts'
import { disablePerson, enablePerson, endSessions } from './change-person.ts'
import { flatten, readDepartments, treeOf } from './department-tree.ts'
import { keepFreshLink, takeFreshLink } from './fresh-link.ts'
import { accessText } from './messages.ts'
import { listPeople, type PeopleFilter, type PeopleView, peopleViews } from './people-list.ts'
import { addFromForm, drawPersonConflict, drawPersonForm, saveFromForm } from './person-editing.tsx'
import { readPersonRecord } from './person-record.ts'
import { PeoplePage } from './views/people.tsx'
import { PersonPage } from './views/person.tsx'

/** People: who they are, how they get in, and what they are. */
export const peopleRoutes = new Hono<Site>()

const manage = allow('core.people.manage')
const pageSize = 50

peopleRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const view = c.req.query('view') as PeopleView
  const filter: PeopleFilter = {
    view: peopleViews.includes(view) ? view : 'active',
    query: (c.req.query('q') ?? '').slice(0, 100),
    department: c.req.query('department') ?? '',
    role: c.req.query('role') ?? '',
  }
  const departments = await readDepartments(scope)
  const list = await listPeople(scope, filter, departments)
  const page = Math.max(1, Math.floor(Number(c.req.query('page'))) || 1)
  const shown = { list, filter, page, pageSize, departments: flatten(treeOf(departments)) }
  const drawn = <PeoplePage locale={scope.locale} {...shown} />
  return c.render(drawn, { title: accessText(scope.locale).people.title })
})

peopleRoutes.get('/new', manage, (c) =>
  drawPersonForm(c, { raw: { department: c.req.query('department') }, roles: ['member'] }),
)

peopleRoutes.post('/', manage, async (c) => {
  const { raw, all } = await readForm(c)
  const roles = all('roles')
  const to = await addFromForm(c, raw, roles)
  if (typeof to !== 'string') return drawPersonForm(c, { raw, roles, errors: to })
  const text = accessText(c.var.locale).people.added(raw.name?.trim() ?? '')
  return go(c, to, { kind: 'success', text })
})

peopleRoutes.get('/:id', manage, (c) => drawPerson(c))

peopleRoutes.get('/:id/edit', manage, async (c) => {
  const person = await readPersonRecord(c.var.scope, pathId(c))
  const raw = {
    name: person.name,
    email: person.email ?? '',
    phone: person.phone ?? '',
    department: person.departmentId ?? '',
    champion: person.championSince ? 'on' : undefined,
    locale: person.locale ?? '',
  }
  return drawPersonForm(c, { person, raw, roles: person.roles })
})

peopleRoutes.post('/:id', manage, async (c) => {
  const old = await readPersonRecord(c.var.scope, pathId(c))
  const { raw, all } = await readForm(c)
  const roles = all('roles')
  const outcome = await saveFromForm(c, old, raw, roles)
  if (outcome === 'conflict') return drawPersonConflict(c, old.id, raw, roles)
  const person = { ...old, version: versionOf(raw) }
  if (outcome) return drawPersonForm(c, { person, raw, roles, errors: outcome })
  const text = accessText(c.var.locale).people.saved
  return go(c, `/admin/people/${old.id}`, { kind: 'success', text })
})

peopleRoutes.post('/:id/link', manage, async (c) => {
  const id = pathId(c)
  await readPersonRecord(c.var.scope, id)
  const { raw } = await readForm(c)
  const wrong = await confirmIfOld(c, raw.confirm)
  if (wrong) return drawPerson(c, wrong)
  const token = await makeLink(c.var.scope, id)
  if (token) keepFreshLink(c, id, token)
  return go(c, `/admin/people/${id}`)
})

peopleRoutes.post('/:id/disable', manage, async (c) => {
  const { scope, product } = c.var
  const person = await readPersonRecord(scope, pathId(c))
  const refused = await disablePerson(scope, person.id)
  const text = refused ?? accessText(scope.locale).people.wasDisabled(person.name)
  const has = refused ? 0 : totalOf(await countEstates(product.registry, scope, person.id))
  const to = has > 0 ? `/admin/people/${person.id}/hand-over` : `/admin/people/${person.id}`
  return go(c, to, { kind: refused ? 'danger' : 'success', text })
})

peopleRoutes.post('/:id/enable', manage, async (c) => {
  const { scope } = c.var
  const person = await readPersonRecord(scope, pathId(c))
  await enablePerson(scope, person.id)
  const text = accessText(scope.locale).people.wasEnabled(person.name)
  return go(c, `/admin/people/${person.id}`, { kind: 'success', text })
})

peopleRoutes.post('/:id/sign-out', manage, async (c) => {
  const { scope } = c.var
  const person = await readPersonRecord(scope, pathId(c))
  await endSessions(scope, person.id)
  const text = accessText(scope.locale).people.sessionsEnded
  return go(c, `/admin/people/${person.id}`, { kind: 'success', text })
})

async function drawPerson(c: Context<Site>, confirmError?: string) {
  const { scope, product } = c.var
  const person = await readPersonRecord(scope, pathId(c))
  const page = (
    <PersonPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      now={scope.now()}
      person={person}
      link={takeFreshLink(c, person.id)}
      confirm={mustConfirm(c)}
      confirmError={confirmError}
      estates={await countEstates(product.registry, scope, person.id)}
      receipts={await receiptsOf(scope, person.id)}
      history={await readHistory(scope, 'core.user', person.id, 10)}
    />
  )
  return c.render(page, { title: person.name, status: confirmError ? 422 : 200 })
}
