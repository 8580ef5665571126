import { type Context, Hono } from 'hono'
import { readEverybody } from '../../core/access/members.ts'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { readForm } from '../../core/http/form.ts'
import { notFound, Refusal } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import type { Scope } from '../../core/scope.ts'
import { readAgreement } from './agreement.ts'
import { agreementRoutes } from './agreement-routes.tsx'
import { comparePilot } from './comparison.ts'
import { hasWork, isElsewhere, sayElsewhere } from './elsewhere.ts'
import { groupOf } from './formula.ts'
import { measureSoon } from './job.ts'
import { declaringModules, measuredModules, moduleOf } from './measured-modules.ts'
import { adoptionText } from './messages.ts'
import { byDepartment, fewest, hidden, type PersonIndex, readLatest, readTrend } from './reading.ts'
import { AdoptionPage } from './views/overview.tsx'
import { DepartmentPage } from './views/people.tsx'
import { PersonPage } from './views/person.tsx'
import { departmentsInSight, manageAdoption, viewAdoption, viewOwn, watchOf } from './watching.ts'

/** How people take to the product. */
export const adoptionRoutes = new Hono<Site>()

const place = '/rollout/adoption'
const own = allow(viewOwn)
const manage = allow(manageAdoption)

adoptionRoutes.get('/', allow(viewAdoption), async (c) => {
  const { scope } = c.var
  const modules = await measuredModules(c)
  const module = moduleOf(c, modules)
  const latest = await readLatest(scope, module)
  const sight = departmentsInSight(scope)
  const people = (latest?.people ?? []).filter(
    ({ departmentId }) => !sight || (departmentId !== null && sight.includes(departmentId)),
  )
  const watch = await watchOf(scope)
  const departments = byDepartment(people)
  const named = new Set(
    [...Map.groupBy(people, ({ departmentId }) => departmentId)]
      .filter(([, members]) => members.every(watch))
      .map(([id]) => id),
  )
  const least = people.every(watch) ? 1 : fewest
  const page = (
    <AdoptionPage
      scope={scope}
      modules={modules}
      module={module}
      at={latest?.at}
      group={people.length >= least ? groupOf(people) : undefined}
      departments={departments}
      hidden={hidden(departments.filter(({ id }) => !named.has(id)))}
      named={named}
      trend={await readTrend(scope, module, { departments: sight, least })}
      compared={sight ? undefined : await comparePilot(scope)}
      mayManage={may(scope.user, manageAdoption)}
    />
  )
  return c.render(page, { title: adoptionText(scope.locale).title })
})

adoptionRoutes.post('/measure', manage, async (c) => {
  const { scope } = c.var
  await measureSoon(scope)
  return go(c, place, { kind: 'info', text: adoptionText(scope.locale).soon })
})

adoptionRoutes.get('/departments/:id', own, async (c) => {
  const { scope } = c.var
  const modules = await measuredModules(c)
  const module = moduleOf(c, modules)
  const id = c.req.param('id') === 'none' ? null : c.req.param('id')
  const found = (await readLatest(scope, module))?.people ?? []
  const people = found.filter(({ departmentId }) => departmentId === id)
  const watch = await watchOf(scope)
  if (people.length === 0 || !people.every(watch)) throw notFound()
  const name = people[0]?.departmentName ?? adoptionText(scope.locale).noDepartment
  const trend = id ? await readTrend(scope, module, { departments: [id] }) : []
  const shown = { modules, module, name, people, trend, home: homeOf(scope, module) }
  return c.render(<DepartmentPage scope={scope} {...shown} />, { title: name })
})

adoptionRoutes.post('/elsewhere', own, async (c) => {
  const { scope } = c.var
  const { answer } = (await readForm(c)).raw
  if (!isElsewhere(answer)) throw new Refusal(400)
  if (!hasWork(scope, declaringModules(c))) throw notFound()
  await sayElsewhere(scope, answer)
  return go(c, '/', { kind: 'success', text: adoptionText(scope.locale).elsewhere.thanks })
})

/** Where somebody came from: the departments, or for a champion what is recorded of themselves. */
function homeOf(scope: Scope, module = ''): { href: string; label: string } {
  const t = adoptionText(scope.locale)
  if (!may(scope.user, viewAdoption)) return { href: `${place}/me`, label: t.mine }
  return { href: module ? `${place}?module=${module}` : place, label: t.title }
}

adoptionRoutes.get('/me', own, (c) => drawPerson(c, c.var.scope.user.id))

adoptionRoutes.get('/people/:id', own, (c) => drawPerson(c, c.req.param('id')))

async function drawPerson(c: Context<Site>, id: string) {
  const { scope } = c.var
  const t = adoptionText(scope.locale)
  const person = (await readEverybody(scope)).find((one) => one.id === id)
  const watch = await watchOf(scope)
  if (!person || !watch(person)) throw notFound()
  const modules = await measuredModules(c)
  const indexes = new Map<string, PersonIndex>()
  const ids = modules.map((one) => one.id)
  for (const module of ids.length > 1 ? ['', ...ids] : ids) {
    const found = (await readLatest(scope, module))?.people.find((one) => one.id === id)
    if (found) indexes.set(module, found)
  }
  const isSelf = id === scope.user.id
  const title = isSelf ? t.mine : person.name
  const seesAll = may(scope.user, viewAdoption)
  const { departmentId } = person
  const leads = isSelf && !seesAll && indexes.size > 0 && watch({ id: '', departmentId })
  const page = (
    <PersonPage
      scope={scope}
      title={title}
      trail={isSelf && !seesAll ? [] : [homeOf(scope)]}
      department={leads ? `${place}/departments/${departmentId}` : undefined}
      modules={modules}
      indexes={indexes}
      weights={(await readAgreement(scope, modules)).agreement.weights}
      trend={await readTrend(scope, '', { person: id })}
    />
  )
  return c.render(page, { title })
}

adoptionRoutes.route('/agreement', agreementRoutes)
