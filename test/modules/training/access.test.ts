import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce } from '../../../core/db/changes.ts'
import { learningTopic } from '../../../core/learning/declared.ts'
import { openModule } from '../../../flags/audience.ts'
import { setStrictness } from '../../../flags/matrix/strictness.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { service } from '../../../modules/service/module.ts'
import { installCurriculum } from '../../../modules/training/curriculum/installing.ts'
import { training } from '../../../modules/training/module.ts'
import { beginRollout, goOn, prove } from '../../flags/gates/passing.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'
import { until } from '../../setup/until.ts'
import { openTrainingOffice, readPage } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice({ modules: [contacts, training] })
  await office.inScope('amy', (scope) =>
    openModule(scope, contacts, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
  )
  await becomes('emil', 'write')
})
afterAll(() => office?.close())

const stateOf = (who: PersonName) =>
  office.inScope(who, async (scope) => scope.modules.state('contacts'))

const becomes = (who: PersonName, state: 'read' | 'write') =>
  until(`${who} may ${state}`, async () => (await stateOf(who)) === state)

const follow = (on: boolean) =>
  office.as('amy').post('/training/settings', { follows: on ? 'on' : 'off' })

/** That somebody completed courses, as if they had taken them. */
async function completed(
  who: PersonName,
  codes: string[],
  validUntil: string | null = null,
  firm: Office = office,
) {
  await firm.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      insert into training.assignments (company_id, id, user_id, course_id, version_id, status)
      select ${company.id}, gen_random_uuid(), ${firm.people[who]}, id, published_id, 'completed'
      from training.courses where code = any(${sql.param(codes)}::text[])
      on conflict do nothing`)
    await db.execute(sql`
      insert into training.completions (company_id, id, user_id, course_id, version_id,
        assignment_id, evidence, serial, code, valid_until)
      select a.company_id, gen_random_uuid(), a.user_id, a.course_id, a.version_id, a.id, 'attempt',
        a.id::text, a.id::text, ${validUntil}
      from training.assignments a join training.courses c on c.id = a.course_id
      where a.user_id = ${firm.people[who]} and c.code = any(${sql.param(codes)}::text[])`)
    await announce(db, learningTopic, company.id)
  })
}

const core = ['C-00', 'C-01', 'C-02', 'C-03', 'C-04', 'C-05']

test('nobody is held to learn until the company says so', async () => {
  expect(await stateOf('emil')).toBe('write')
  expect((await office.as('lin').post('/training/settings', { follows: 'on' })).status).toBe(404)
  expect(await stateOf('emil')).toBe('write')
})

test('then emil reads until he has learned: on pages, for programs, for imports', async () => {
  await follow(true)
  await becomes('emil', 'read')
  const page = await readPage(office, 'emil', '/contacts/accounts')
  expect(page).toContain('open for reading only until you have learned')
  expect(page).toContain('href="/training/access?module=contacts"')
  const refused = await office.as('emil').post('/contacts/accounts', { name: 'Acme' })
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain('7 courses are left')
  const program = await programOf(office.app, office, 'emil')
  expect((await program.post('/accounts', { name: 'Acme' })).status).toBe(403)
  expect((await program.get('/accounts')).status).toBe(200)
  expect(await readPage(office, 'emil', '/admin/import')).not.toContain('value="accounts"')
})

test('a page says what is left and begins it', async () => {
  const left = await readPage(office, 'emil', '/training/access?module=contacts')
  expect(left).toContain('Why the idea comes before the system')
  expect(left).toContain('one of these quick-starts')
  expect(left).toContain('Quick start: my day')
})

test('training itself stays open to everybody, and so does administration', async () => {
  expect(await office.inScope('emil', async (scope) => scope.modules.state('training'))).toBe(
    'write',
  )
  expect((await office.as('amy').get('/admin/modules')).status).toBe(200)
})

test('the core alone does not do; with a quick-start emil writes at once', async () => {
  await completed('emil', core)
  const left = await readPage(office, 'emil', '/training/access?module=contacts')
  expect(left).not.toContain('Why the idea comes before the system')
  expect(await stateOf('emil')).toBe('read')
  await completed('emil', ['S-01'])
  await becomes('emil', 'write')
  expect((await office.as('emil').post('/contacts/accounts', { name: 'Acme' })).status).toBe(303)
})

test('what has expired opens nothing any more', async () => {
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.completions set valid_until = '2020-01-01'
      where course_id = (select id from training.courses where code = 'C-04')`),
  )
  await follow(false)
  await follow(true)
  await becomes('emil', 'read')
})

test('lin lets emil work for ten days, once; not sun, and not herself', async () => {
  const grant = (who: PersonName, person: PersonName) =>
    office.as(who).post('/training/exceptions', {
      ...{ person: office.people[person], module: 'contacts', reason: 'the fair is tomorrow' },
    })
  expect((await grant('lin', 'sun')).status).toBe(422)
  expect((await grant('lin', 'lin')).status).toBe(422)
  expect((await grant('lin', 'emil')).status).toBe(303)
  await becomes('emil', 'write')
  const again = await grant('lin', 'emil')
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('had an exception for this module already')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.exceptions set until = '2020-01-01'`),
  )
  await follow(false)
  await follow(true)
  await becomes('emil', 'read')
})

test('where training is closed nobody is held to it', async () => {
  await office.inScope('amy', (scope) => openModule(scope, training, [], 'a pause'))
  await becomes('emil', 'write')
  await office.inScope('amy', (scope) =>
    openModule(scope, training, [{ kind: 'everyone', variant: 'write' }], 'on again'),
  )
  await becomes('emil', 'read')
})

test('never decided, it holds exactly in a strict rollout', async () => {
  const valley = await office.another()
  const state = () => valley.inScope('emil', async (scope) => scope.modules.state('contacts'))
  for (const module of [contacts, training])
    await valley.inScope('amy', (scope) =>
      openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
    )
  await until('valley writes', async () => (await state()) === 'write')
  await valley.inScope('amy', (scope) => setStrictness(scope, 'strict', 'before there are courses'))
  expect(await state(), 'nothing can be learned there yet').toBe('write')
  await valley.inScope('tara', installCurriculum)
  await valley.inScope('amy', (scope) => setStrictness(scope, 'simple', 'once more'))
  await valley.inScope('amy', (scope) => setStrictness(scope, 'strict', 'we want it so'))
  await until('valley reads', async () => (await state()) === 'read')
  await valley.inScope('amy', (scope) => setStrictness(scope, 'guided', 'it was too much'))
  await until('valley writes again', async () => (await state()) === 'write')
})

test('the page says who or what turned it on: somebody, a strict rollout, or the stage of the plan', async () => {
  const plan = await office.another()
  const rule = async () => {
    const page = await readPage(plan, 'amy', '/training/settings')
    return /data-testid="learning-rule">([^<]*)/.exec(page)?.[1] ?? ''
  }
  const state = () => plan.inScope('emil', async (scope) => scope.modules.state('contacts'))
  for (const module of [contacts, training])
    await plan.inScope('amy', (scope) =>
      openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
    )
  await plan.inScope('tara', installCurriculum)
  await until('all may write', async () => (await state()) === 'write')
  expect(await rule()).toContain('Off so far')
  await beginRollout(plan)
  expect(await state(), 'getting ready asks for nothing yet').toBe('write')
  await prove(plan, 'G0', ['readiness.closed', 'readiness.leadership'])
  expect(await goOn(plan, office, 'G0')).toMatchObject({ ok: true })
  await until('the plan asks for it', async () => (await state()) === 'read')
  expect(await rule()).toContain('reached stage S1')
  expect(await readPage(plan, 'amy', '/rollout/plan?stage=S1')).toContain('access follows learning')
  await plan.as('amy').post('/training/settings', { follows: 'off' })
  await until('amy decided otherwise', async () => (await state()) === 'write')
  expect(await rule()).toContain('turned off by')
  await plan.as('amy').post('/training/settings', { follows: '' })
  await until('it is the plan’s again', async () => (await state()) === 'read')
  await plan.as('amy').post('/training/settings', { follows: 'on' })
  expect(await rule()).toContain('turned on by')
})

test('who moves to another department may write there once they know its work, and keeps what they knew', async () => {
  const firm = await openTrainingOffice({ modules: [contacts, service, training] })
  try {
    for (const module of [contacts, service])
      await firm.inScope('amy', (scope) =>
        openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
      )
    await firm.as('amy').post('/training/settings', { follows: 'on' })
    const stateOf = (module: string) =>
      firm.inScope('emil', async (scope) => scope.modules.state(module))
    await until('emil reads', async () => (await stateOf('contacts')) === 'read')
    await completed('emil', [...core, 'S-01'], null, firm)
    await until('emil knows his work', async () => (await stateOf('contacts')) === 'write')

    await firm.inScope('amy', async ({ db, company }) => {
      await db.execute(sql`update core.users set department_id = ${firm.departments.service}
        where company_id = ${company.id} and id = ${firm.people.emil}`)
      await announce(db, 'access', company.id)
    })
    await until('emil has moved', () =>
      firm.inScope('emil', async ({ user }) => user.departmentId === firm.departments.service),
    )
    expect(await stateOf('contacts'), 'what he learned he still knows').toBe('write')
    expect(await stateOf('service')).toBe('read')
    expect(await readPage(firm, 'emil', '/service/tickets')).toContain('open for reading only')
    const refused = await firm.as('emil').post('/service/tickets', { subject: 'Broken' })
    expect(refused.status).toBe(403)
    const program = await programOf(firm.app, firm, 'emil')
    expect((await program.get('/tickets')).status).toBe(200)
    expect((await program.post('/tickets', { subject: 'Broken' })).status).toBe(403)
    const imports = await readPage(firm, 'emil', '/admin/import')
    expect(imports).not.toContain('value="tickets"')

    await completed('emil', ['V-01'], null, firm)
    await until('emil knows the new work too', async () => (await stateOf('service')) === 'write')
    expect((await program.post('/tickets', { subject: 'Broken' })).status).not.toBe(403)

    await firm.inScope('amy', async ({ db, company }) => {
      await db.execute(sql`update training.completions set valid_until = '2020-01-01'
        where course_id = (select id from training.courses where code = 'C-04')`)
      await announce(db, learningTopic, company.id)
    })
    await until('what expires holds no longer', async () => (await stateOf('contacts')) === 'read')
    expect((await firm.as('emil').post('/contacts/accounts', { name: 'Acme' })).status).toBe(403)
    expect((await program.post('/accounts', { name: 'Acme' })).status).toBe(403)
    expect(await readPage(firm, 'emil', '/admin/import')).not.toContain('value="accounts"')
    const left = await readPage(firm, 'emil', '/training/access?module=contacts')
    expect(left).toContain('C-04')
    expect(left, 'only what expired is left').not.toContain('C-05')
  } finally {
    await firm.close()
  }
})
