import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allResources } from '../../core/api/offered.ts'
import { newId } from '../../core/db/id.ts'
import { type Role, roles } from '../../core/module.ts'
import { readDefinitions } from '../../core/own-fields/definition.ts'
import type { Office } from '../setup/office.ts'
import { type Visitor, visit } from '../setup/visitor.ts'
import { openLivedInOffice } from './lived-in.ts'

type Who = Role | 'stranger'

const everybody: readonly Who[] = ['stranger', ...roles]
const staff: readonly Who[] = roles
const sellers: readonly Who[] = ['admin', 'sponsor', 'lead', 'member']
const customersKeepers: readonly Who[] = ['admin', 'lead', 'member']

/**
 * Who gets in where, as a person would say it, and not as the routes are written. The first line
 * that fits a route counts; a route that fits none fails the test until it is written down here.
 */
const table: [route: RegExp, letIn: readonly Who[]][] = [
  [/^GET \/(healthz|readyz)$/, everybody],
  [/^GET \/metrics$/, ['admin']],
  [/ \/api\/v1\/(docs|openapi\.json)$/, everybody],
  // Without a token of its kind each of these answers 401, to whoever asks.
  [/ \/api\/(client|frontend)(\/|$)/, everybody],
  [/ \/setup$/, []],
  [/ \/(login|forgotten|logout)$/, everybody],
  [/^POST \/login\/company$/, everybody],
  [/ \/welcome\/:token$/, []],
  // No certificate is named that could be checked.
  [/ \/verify\/:code$/, []],
  // No form, no company's pages and no link are named that could be opened.
  [/ \/portal\//, []],
  [/ \/verify$/, everybody],
  [/^GET \/training$/, staff],
  [/^GET \/assets\/:file$/, []],
  [/^GET \/(keys|search(\/palette)?)?$/, staff],
  // No token is named that could be revoked.
  [/ \/(admin\/api|account\/tokens)\/revoke$/, []],
  [/ \/admin\/api$/, ['admin']],
  [/ \/account(\/|$)/, staff],
  // Nothing has been told that could be opened.
  [/ \/notifications\/:id\/open$/, []],
  [/ \/notifications(\/|$)/, staff],
  [/ \/admin\/(people|departments|roles|fields)(\/|$)/, ['admin']],
  [/ \/admin\/(company(\/letterhead)?|calendar(\/drop)?)$/, ['admin']],
  // Nobody is away, so that nothing could be taken back.
  [/^POST \/absences\/:id\/drop$/, []],
  [/ \/absences$/, ['admin', 'lead']],
  // Nothing has been changed that could be undone.
  [/ \/admin\/modules\/:module\/undo$/, []],
  [/ \/admin\/(modules|flags)(\/|$)/, ['admin']],
  // Nothing has been handed over that could be looked at.
  [/ \/admin\/handovers\/:id/, []],
  // No record has been drawn that could be checked.
  [/ \/rollout\/data-quality\/sample\/:id$/, []],
  [/^POST \/rollout\/data-quality\/sample$/, ['admin', 'lead']],
  [/ \/rollout\/data-quality(\/|$)/, ['admin', 'sponsor', 'lead', 'auditor']],
  [/ \/admin\/audit(\/|$)/, ['admin', 'auditor', 'privacy']],
  [/ \/rollout\/who(\/|$)/, ['admin', 'sponsor', 'auditor']],
  // No cell is named that could be changed, and nothing proposed that could be confirmed.
  [/ \/rollout\/matrix\/(:module|proposals\/:id)(\/|$)/, []],
  [/^POST \/rollout\/matrix\/strictness$/, ['admin']],
  [/^GET \/rollout\/overview(\.pdf)?$/, ['admin', 'sponsor', 'auditor']],
  [/^POST \/rollout\/overview\/seen$/, ['admin', 'sponsor', 'auditor']],
  [/^GET \/rollout\/matrix$/, ['admin', 'sponsor', 'auditor', 'lead']],
  [/^GET \/rollout\/matrix\//, ['admin', 'sponsor', 'auditor']],
  // No plan has begun that could be worked on.
  [/^GET \/rollout\/plan\/items\/new$/, ['admin']],
  [/^POST \/rollout\/plan\/pilot$/, ['admin']],
  [/^GET \/rollout\/plan\/pilot$/, ['admin', 'sponsor', 'auditor']],
  [/ \/rollout\/plan\/(items|stages|pilot)(\/|$)/, []],
  [/^GET \/rollout\/plan\/mine$/, staff],
  [/^GET \/rollout\/plan$/, ['admin', 'sponsor', 'auditor']],
  [/^POST \/rollout\/plan(\/pause)?$/, ['admin']],
  [/^GET \/rollout$/, staff],
  [/^GET \/rollout\/adoption\/me$/, staff],
  // What is no answer is refused to everybody alike.
  [/^POST \/rollout\/adoption\/elsewhere$/, staff],
  // Nothing was learned yet that could be changed.
  [/ \/rollout\/lessons\/:id/, []],
  [/^GET \/rollout\/lessons$/, ['admin', 'sponsor', 'auditor']],
  [/ \/rollout\/lessons(\/new)?$/, ['admin']],
  // Nobody has been measured who could be looked at.
  [/ \/rollout\/adoption\/(departments|people)\/:id$/, []],
  [/ \/rollout\/adoption\/(measure|agreement)$/, ['admin', 'sponsor']],
  [/ \/rollout\/adoption$/, ['admin', 'sponsor', 'trainer', 'lead', 'auditor']],
  // Nothing was announced or said, and no charter is written, that could be answered.
  [/^(GET|POST) \/rollout\/(team|announcements|feedback)(\/\w+)?\/:id/, []],
  [/^GET \/rollout\/feedback\/(new|mine)$/, staff],
  [/^POST \/rollout\/feedback$/, staff],
  [/^GET \/rollout\/announcements$/, staff],
  [/^GET \/rollout\/announcements\/new$/, ['admin']],
  [/^POST \/rollout\/announcements$/, ['admin']],
  [/^GET \/rollout\/(team|feedback)$/, ['admin', 'sponsor', 'auditor']],
  [/ \/rollout\/team\//, ['admin']],
  // No risk, contract or request is kept that could be changed.
  [/^(GET|POST) \/rollout\/(risks|contracts|needs)(\/\w+)?\/:id/, []],
  [/^POST \/rollout\/(risks|needs)(\/|$)/, ['admin']],
  [/^GET \/rollout\/(risks|risks\/busy|needs)\/new$/, ['admin']],
  [/^GET \/rollout\/(risks|needs)$/, ['admin', 'sponsor', 'auditor']],
  [/^POST \/rollout\/contracts(\/|$)/, ['admin', 'privacy']],
  [/^GET \/rollout\/contracts\/(\w+\/)?new$/, ['admin', 'privacy']],
  [/^GET \/rollout\/contracts(\/|$)/, ['admin', 'sponsor', 'privacy', 'auditor']],
  // Nothing is planned that could be changed.
  [/ \/rollout\/cost\/\w+\/:id/, []],
  [/^POST \/rollout\/cost\/envelope$/, ['admin', 'sponsor']],
  [/^(GET|POST) \/rollout\/cost\/(\w+\/new|plan)$/, ['admin']],
  [/^POST \/rollout\/cost\//, ['admin']],
  [/ \/rollout\/cost(\/|$)/, ['admin', 'sponsor', 'auditor']],
  [/ \/rollout\/(readiness|people|people\/pulse)\/answer$/, staff],
  [/^GET \/rollout\/people(\/pulse)?$/, ['admin', 'sponsor', 'auditor']],
  [/^POST \/rollout\/people(\/|$)/, ['admin']],
  [/^GET \/rollout\/readiness$/, ['admin', 'sponsor', 'auditor']],
  [/^POST \/rollout\/readiness(\/|$)/, ['admin']],
  [/^GET \/rollout\/gates$/, ['admin', 'sponsor', 'auditor']],
  // No plan has begun that could have gates.
  [/ \/rollout\/gates\//, []],
  // Nothing is signed that could be pointed at.
  [/ \/rollout\/evidence\/signed\/:id$/, []],
  [/^GET \/rollout\/evidence(\/|$)/, ['admin', 'sponsor', 'auditor']],
  [/^POST \/rollout\/evidence(\/|$)/, ['admin']],
  // No paper is named that could be looked at or changed.
  [/ \/sales\/(products|quotes|contracts|receipts|approvals|settings)\/.*:id/, []],
  [/^(GET|POST) \/sales\/settings(\/rules)?$/, ['admin']],
  [/^GET \/sales\/(products(\/books|\/names)?|quotes|contracts|receipts|receivables)$/, sellers],
  [/^GET \/sales\/follow-ups(\/records)?$/, sellers],
  [/ \/sales\/approvals(\/deputy)?$/, sellers],
  [/ \/sales\/products(\/books)?(\/new)?$/, ['admin', 'lead']],
  [/ \/sales\/(quotes|contracts)(\/new)?$/, customersKeepers],
  // No work on many records is there that could be looked at.
  [/ \/lists\/runs\//, []],
  // No file is on a record, and no record is named that could get one.
  [/ \/files(\/|$)/, []],
  [/^GET \/admin\/import(\/templates)?$/, staff],
  // No template is kept that could be renamed.
  [/ \/admin\/import\/templates\/:id/, []],
  [/^POST \/admin\/import$/, customersKeepers],
  // A file that waits has changed nothing that could be undone.
  [/^GET \/admin\/import\/:id\/undo$/, []],
  [/ \/admin\/import\/:id/, ['admin']],
  [/ \/export\/:kind$/, ['admin', 'lead']],
]

let office: Office
const visitors = new Map<Who, Visitor>()

beforeAll(async () => {
  office = await openLivedInOffice()
  visitors.set('stranger', office.stranger())
  for (const role of roles) visitors.set(role, await somebodyWho(role))
}, 60_000)

afterAll(() => office.close())

/** A person of the production department with one role. */
async function somebodyWho(role: Role): Promise<Visitor> {
  const id = newId()
  const { product } = office.app
  await office.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      insert into core.users (company_id, id, name, email, department_id)
      values (${company.id}, ${id}, ${role}, ${`${role}@roles.example`}, ${office.departments.production})`)
    await db.execute(
      sql`insert into core.user_roles (company_id, user_id, role) values (${company.id}, ${id}, ${role})`,
    )
  })
  return visit(office.app, async () => [
    product.sessions.cookieName,
    await product.sessions.start(office.company, id, '127.0.0.1', 'test'),
  ])
}

/** Routes of the core and the flags; modules are held to their own tables, the API to api.test.ts. */
const routes = () => {
  const { registry } = office.app.product
  const own = [
    ...registry.modules.map(({ id }) => `/${id}/`),
    ...allResources(registry).map(({ name }) => `/api/v1/${name}`),
  ]
  const all = office.app.site.routes
    .filter(({ method, path }) => method !== 'ALL' && !own.some((start) => path.startsWith(start)))
    .map(({ method, path }) => `${method} ${path}`)
  return [...new Set(all)]
}

/** A route's address with ids of things that exist, as far as the person behind them is concerned. */
async function addressOf(path: string): Promise<string> {
  const [waiting] = await office.inScope('amy', ({ db, company }) =>
    db.execute<{ id: string }>(
      sql`select id from core.imports where company_id = ${company.id} limit 1`,
    ),
  )
  const [trace] = await office.inScope('amy', ({ db, company }) =>
    db.execute<{ id: string }>(
      sql`select id from core.audit where company_id = ${company.id} limit 1`,
    ),
  )
  const [field] = await office.inScope('amy', readDefinitions)
  const kinds = office.app.product.registry.modules.flatMap((module) => module.transfers ?? [])
  const ids: [RegExp, string | undefined][] = [
    [/^\/admin\/people/, office.people.emil],
    [/^\/admin\/departments/, office.departments.east],
    [/^\/admin\/import/, waiting?.id],
    [/^\/admin\/audit/, trace?.id],
    [/^\/admin\/fields/, field?.id],
    [/^\/admin\/modules/, office.app.product.registry.modules[0]?.id],
    [/^\/admin\/roles/, 'lead'],
    [/^\/rollout\/evidence/, 'plan.roll-back'],
    [/^\/export/, kinds[0]?.kind],
  ]
  const value = ids.find(([start]) => start.test(path))?.[1] ?? newId()
  return path.replace(/:\w+/g, value)
}

const isIn = (status: number, location: string | null) =>
  status !== 404 && !(status < 400 && location?.startsWith('/login') === true)

test('the table speaks of every route there is, and of every role', () => {
  const silent = routes().filter((route) => !table.some(([fits]) => fits.test(route)))
  expect(silent).toEqual([])
  expect(routes().length).toBeGreaterThan(40)
})

test.each(everybody)(
  '%s gets in exactly where the table says',
  async (who) => {
    const visitor = visitors.get(who) as Visitor
    const wrong: string[] = []
    const modules = office.app.product.registry.modules
    const kind = modules.flatMap((module) => module.transfers ?? [])[0]?.kind ?? ''
    const object = modules.flatMap((module) => module.customisable ?? [])[0]?.object ?? ''
    for (const route of routes().filter((one) => !/ \/(logout|account\/sessions)/.test(one))) {
      const letIn = table.find(([fits]) => fits.test(route))?.[1] ?? []
      const [method = '', path = ''] = route.split(' ')
      const address = await addressOf(path)
      const answer = await (method === 'GET'
        ? visitor.get(address)
        : visitor.post(address, { kind, object }))
      const found = isIn(answer.status, answer.headers.get('location'))
      if (found !== letIn.includes(who) || answer.status >= 500)
        wrong.push(`${route}: ${answer.status}`)
    }
    expect(wrong).toEqual([])
  },
  60_000,
)
