import { type Context, Hono } from 'hono'
import { readEverybody } from '../../core/access/members.ts'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { notFound, Refusal } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import type { Module } from '../../core/module.ts'
import { drawConflict } from '../../core/records/conflict.tsx'
import { lastSaved } from '../../core/records/history.ts'
import type { Scope } from '../../core/scope.ts'
import { readAgreement } from './agreement.ts'
import { agreementObject, changeAgreement, expectedOf } from './changing.ts'
import { comparePilot } from './comparison.ts'
import { hasWork, isElsewhere, sayElsewhere } from './elsewhere.ts'
import { groupOf } from './formula.ts'
import { measureSoon } from './job.ts'
import { adoptionText } from './messages.ts'
import { byDepartment, fewest, hidden, type PersonIndex, readLatest, readTrend } from './reading.ts'
import { AgreementPage } from './views/agreement.tsx'
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

adoptionRoutes.get('/agreement', manage, (c) => drawAgreement(c, {}))

adoptionRoutes.post('/agreement', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const modules = declaringModules(c)
  const outcome = await changeAgreement(scope, modules, versionOf(raw), raw)
  if (outcome === 'conflict') return drawAgreementConflict(c, raw)
  if (outcome) return drawAgreement(c, raw, outcome)
  return go(c, place, { kind: 'success', text: adoptionText(scope.locale).changed })
})

async function drawAgreement(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const modules = declaringModules(c)
  const { version, agreement } = await readAgreement(scope, modules)
  const groups = expectedOf(scope, modules, agreement)
  const page = (
    <AgreementPage scope={scope} groups={groups} version={version} raw={raw} errors={errors} />
  )
  return c.render(page, {
    title: adoptionText(scope.locale).agreement,
    status: errors ? 422 : 200,
  })
}

async function drawAgreementConflict(c: Context<Site>, raw: Raw) {
  const { scope } = c.var
  const t = adoptionText(scope.locale)
  const modules = declaringModules(c)
  const { version, agreement } = await readAgreement(scope, modules)
  const numbers = expectedOf(scope, modules, agreement).flatMap((group) => group.numbers)
  return drawConflict(c, {
    title: t.agreement,
    action: `${place}/agreement`,
    version,
    ...(await lastSaved(scope, agreementObject, scope.company.id)),
    fields: [
      ...numbers.map(({ name, label, value }) => ({
        name,
        label,
        theirs: String(value),
        yours: raw[name] ?? '',
      })),
      { name: 'reason', label: t.reason, theirs: '', yours: raw.reason ?? '' },
    ],
  })
}

/** The modules that say what real work in them is. */
const declaringModules = (c: Context<Site>): Module[] =>
  c.var.product.registry.modules.filter(({ adoption }) => adoption)

/** Those of them that are open for somebody. */
async function measuredModules(c: Context<Site>): Promise<Module[]> {
  const { scope, product } = c.var
  const modules = declaringModules(c)
  const open = await Promise.all(
    modules.map(({ id }) => product.isOnForAnybody(scope.company.id, id)),
  )
  return modules.filter((_, at) => open[at])
}

/** The module that is asked for; all together when none is. @throws Refusal 404 for one not measured */
function moduleOf(c: Context<Site>, modules: readonly Module[]): string {
  const wanted = c.req.query('module') ?? ''
  if (wanted && !modules.some(({ id }) => id === wanted)) throw notFound()
  return wanted
}
