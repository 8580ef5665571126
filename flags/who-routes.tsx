import { type Context, Hono } from 'hono'
import { readDepartments } from '../core/access/department-tree.ts'
import { readMembers } from '../core/access/members.ts'
import { listPeople } from '../core/access/people-list.ts'
import { may } from '../core/access/person.ts'
import { isId } from '../core/db/id.ts'
import { allow } from '../core/http/allow.ts'
import { notFound } from '../core/http/refusal.ts'
import type { Site } from '../core/http/site.ts'
import { contextOf } from './context.ts'
import { flagsText } from './messages.ts'
import { readDirectory } from './names.ts'
import { readSnapshot } from './rows.ts'
import { moduleFlag } from './strategies.ts'
import { withEngine } from './trial.ts'
import { PersonFlagsPage } from './views/person-flags.tsx'
import { WhoPage, type WhoRow } from './views/who.tsx'
import { sayDecision } from './words.ts'

/** Who has what, and why: decided and explained by the code that decides at run time. */
export const whoRoutes = new Hono<Site>()

const pageSize = 50

whoRoutes.get('/', allow('core.rollout.view'), (c) => {
  const person = c.req.query('person')
  return person ? drawPerson(c, person) : drawEverybody(c)
})

async function drawEverybody(c: Context<Site>) {
  const { scope, product } = c.var
  const { modules } = product.registry
  const query = (c.req.query('q') ?? '').slice(0, 100)
  const page = Math.max(1, Math.floor(Number(c.req.query('page'))) || 1)
  const filter = { view: 'active', query, department: '', role: '' } as const
  const found = (await listPeople(scope, filter, await readDepartments(scope))).rows
  const members = new Map((await readMembers(scope)).map((member) => [member.id, member]))
  const snapshot = await readSnapshot(scope.db, scope.company.id, modules)
  const rows = withEngine(snapshot, modules, (engine) =>
    found.slice((page - 1) * pageSize, page * pageSize).map((row): WhoRow => {
      const member = members.get(row.id)
      const who = member && contextOf(member)
      return { ...row, states: modules.map(({ id }) => (who ? engine.state(who, id) : 'off')) }
    }),
  )
  const shown = { query, rows, total: found.length, page, pageSize, modules }
  return c.render(<WhoPage locale={scope.locale} {...shown} />, {
    title: flagsText(scope.locale).who.title,
  })
}

async function drawPerson(c: Context<Site>, id: string) {
  const { scope, product } = c.var
  const { modules } = product.registry
  const person = isId(id) && (await readMembers(scope)).find((member) => member.id === id)
  if (!person) throw notFound()
  const directory = await readDirectory(scope, modules)
  const home = person.departmentId
  const ownDepartment = home ? { id: home, name: directory.department(home) } : undefined
  const names = { ...directory, person: person.name, ownDepartment }
  const who = contextOf(person)
  const flags = withEngine(
    await readSnapshot(scope.db, scope.company.id, modules),
    modules,
    (engine) =>
      modules.map((module) => {
        const flag = moduleFlag(module.id)
        const why = sayDecision(scope.locale, flag, engine.explain(who, flag), names)
        return { module, state: engine.state(who, module.id), why }
      }),
  )
  const page = (
    <PersonFlagsPage
      locale={scope.locale}
      person={person}
      department={ownDepartment?.name}
      flags={flags}
      mayManage={may(scope.user, 'core.modules.manage')}
    />
  )
  return c.render(page, { title: person.name })
}
