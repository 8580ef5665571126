import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperator } from '../../../core/access/operator.ts'
import { remindLearners } from '../../../modules/training/assigning/reminding.ts'
import { applyRules } from '../../../modules/training/assigning/rules.ts'
import { evidence } from '../../../modules/training/evidence/evidence.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { openTrainingOffice, readPage } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice()
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set created_at = now() - interval '60 days'`),
  )
})
afterAll(() => office?.close())

const read = (who: PersonName, path: string) => readPage(office, who, path)

const idOf = async (table: 'courses' | 'paths', code: string): Promise<string> => {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string }>(
      sql`select id from ${sql.identifier('training')}.${sql.identifier(table)} where code = ${code}`,
    ),
  )
  return row?.id ?? ''
}

/** That somebody completed a course, as if they had taken it. */
const completed = async (who: PersonName, code: string, until: string | null = null) =>
  office.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      insert into training.assignments (company_id, id, user_id, course_id, version_id, status, cycle)
      select ${company.id}, gen_random_uuid(), ${office.people[who]}, id, published_id, 'completed', 90
      from training.courses where code = ${code} and company_id = ${company.id}`)
    await db.execute(sql`
      insert into training.completions (company_id, id, user_id, course_id, version_id,
        assignment_id, evidence, serial, code, valid_until)
      select company_id, gen_random_uuid(), user_id, course_id, version_id, id, 'attempt',
        id::text, id::text, ${until}
      from training.assignments where cycle = 90 and user_id = ${office.people[who]}
        and course_id = (select id from training.courses where code = ${code}
          and company_id = ${company.id}) and company_id = ${company.id}`)
  })

const night = (now?: string) =>
  asOperator(office.app.product, office.company, 'test', (scope) =>
    applyRules(
      now ? { ...scope, now: () => new Date(now) } : scope,
      {},
      office.app.product.registry,
    ),
  )

const coverage = (department?: string) =>
  office.inScope('amy', (scope) =>
    (evidence.find(({ code }) => code === 'training.coverage') as (typeof evidence)[0]).read(
      scope,
      department ? { department } : {},
      office.app.product.registry,
    ),
  )

test('without anything mandatory there is too little evidence, and never a hundred percent', async () => {
  expect(await coverage()).toEqual({ state: 'insufficient', n: 0 })
})

test('tara sees whom a rule reaches before she saves it; only then anything is assigned', async () => {
  await completed('lin', 'C-00')
  const what = await idOf('courses', 'C-00')
  const form = { what, dueDays: '10', mandatory: 'on' }
  const preview = await (await office.as('tara').post('/training/rules', form)).text()
  expect(preview).toContain('This will assign it to 4 people, 1 already valid.')
  expect(await read('emil', '/training')).not.toContain('Required')
  const once = hiddenOf(preview, '_once')
  for (const time of ['first', 'again']) {
    const saved = { ...form, save: 'yes', _once: once }
    expect((await office.as('tara').post('/training/rules', saved)).status, time).toBe(303)
  }
  expect(await read('emil', '/training')).toContain('Required')
  expect(await read('emil', '/notifications')).toContain('assigned a course to you')
  const [count] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select count(*)::int as n from training.rules`),
  )
  expect(count?.n).toBe(1)
})

test('days and working days together are refused beside the field, and what was chosen is kept', async () => {
  const what = await idOf('courses', 'C-01')
  const form = { what, dueDays: '5', dueOn: '2040-01-02', roles: ['lead'] }
  const answer = await office.as('tara').post('/training/rules', form)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Give working days or a day, not both.')
  expect(page).toMatch(/value="lead"[^>]*checked/)
})

test('a day that has passed is refused beside the field, and nobody is late at once', async () => {
  const form = { what: await idOf('courses', 'C-01'), dueOn: '2020-01-01', save: 'yes' }
  const answer = await office.as('tara').post('/training/rules', form)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('This day has passed. Give today or a later day.')
  const [made] = await office.inScope('amy', ({ db }) =>
    db.execute(
      sql`select count(*)::int as n from training.assignments where due_on < '2021-01-01'`,
    ),
  )
  expect(made?.n).toBe(0)
})

test('the preview names who is at it already, and the list says of them what the heat map says', async () => {
  const what = await idOf('courses', 'C-00')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.assignments set due_on = '2020-01-01', rule_id = null
      where user_id in (${office.people.emil}, ${office.people.sun})`),
  )
  const preview = await (await office.as('tara').post('/training/rules', { what })).text()
  expect(preview).toContain('This will assign it to 0 people, 1 already valid, 4 at it already.')
  expect(preview).toContain('It is for 5 people now.')
  expect(await read('tara', '/training/rules')).toContain('4 people not done · 2 overdue')
  expect(await read('tara', '/training/progress')).toContain('2 late')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.assignments set due_on = '2040-01-02'
      where due_on = '2020-01-01'`),
  )
})

test('one of five is covered: the whole says so, and a department of three is not told of', async () => {
  expect(await coverage()).toMatchObject({ state: 'ok', value: 20, n: 5, parts: { least: 0 } })
  expect(await coverage(office.departments.sales)).toEqual({ state: 'suppressed' })
})

test('who joined within the last fortnight counts in no share yet', async () => {
  const joined = (days: number) =>
    office.inScope('amy', ({ db }) =>
      db.execute(sql`update core.users set created_at = now() - make_interval(days => ${days}::int)
        where id = ${office.people.sun}`),
    )
  await joined(13)
  expect(await coverage()).toMatchObject({ n: 4, value: 25 })
  await joined(15)
  expect(await coverage()).toMatchObject({ n: 5, value: 20 })
})

test('the heat map leads to people; lin sees her own department, sun nothing at all', async () => {
  const map = await read('tara', '/training/progress')
  expect(map).toContain('data-testid="heat"')
  const people = await read('tara', '/training/progress/people')
  for (const name of ['陈爱米', '艾米尔', '孙悦']) expect(people).toContain(name)
  const own = await read('lin', '/training/progress/people')
  expect(own).toContain('艾米尔')
  expect(own).not.toContain('孙悦')
  expect((await office.as('sun').get('/training/progress')).status).toBe(404)
})

test('tara gives emil another day, reminds sun and lets amy off with a reason', async () => {
  const line = async (who: PersonName) => {
    const [row] = await office.inScope('amy', ({ db }) =>
      db.execute<{ id: string; status: string; due: string }>(sql`
        select id, status, due_on::text as due from training.assignments
        where user_id = ${office.people[who]}`),
    )
    return row ?? { id: '', status: '', due: '' }
  }
  const to = async (who: PersonName, verb: string) =>
    `/training/assignments/${(await line(who)).id}/${verb}`
  const before = await line('emil')
  await office.as('tara').post(await to('emil', 'extend'), { dueOn: '2020-05-06' })
  expect(await line('emil'), 'not to a day that has passed').toEqual(before)
  await office.as('tara').post(await to('emil', 'extend'), { dueOn: '2040-05-06' })
  expect((await line('emil')).due).toBe('2040-05-06')
  await office.as('tara').post(await to('sun', 'remind'))
  expect(await read('sun', '/notifications')).toContain('a course is due soon')
  await office.as('tara').post(await to('amy', 'waive'), { reason: '' })
  expect((await line('amy')).status, 'not without a reason').toBe('assigned')
  await office.as('tara').post(await to('amy', 'waive'), { reason: 'taught it herself' })
  expect((await line('amy')).status).toBe('waived')
  const stranger = await office.as('lin').post(await to('sun', 'remind'))
  expect(stranger.status, 'sun is out of reach for lin').toBe(404)
})

test('who joins later gets what the rule says, once, however many nights pass', async () => {
  await office.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      insert into core.users (company_id, id, name, email, department_id)
      values (${company.id}, gen_random_uuid(), '新来', 'new@harbour.example', ${office.departments.east})`)
  })
  await night()
  await night()
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`
      select count(*)::int as n from training.assignments a join core.users u on u.id = a.user_id
      where u.name = '新来'`),
  )
  expect(row?.n).toBe(1)
})

test('a certificate that ends is renewed in time, and says expired behind its day', async () => {
  const what = await idOf('courses', 'C-04')
  await completed('sun', 'C-04', '2041-01-20')
  const form = { what, mandatory: 'on', save: 'yes' }
  await office.as('tara').post('/training/rules', form)
  const own = () =>
    office.inScope('amy', ({ db }) =>
      db.execute<{ status: string; due: string | null; cycle: number }>(sql`
        select status, due_on::text as due, cycle from training.assignments
        where user_id = ${office.people.sun} and course_id = ${what} order by cycle`),
    )
  expect(await own()).toHaveLength(1)
  await night('2041-01-02T02:00:00Z')
  expect(await own()).toMatchObject([{ status: 'completed' }, { due: '2041-01-20', cycle: 91 }])
  await night('2041-01-21T02:00:00Z')
  expect(await own()).toMatchObject([{ status: 'expired' }, { status: 'assigned' }])
})

test('late by three working days, emil and lin who leads him hear of it once, never on a Sunday', async () => {
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.assignments set due_on = '2041-03-05', reminded = null
      where user_id = ${office.people.emil}`),
  )
  const remindAt = (now: string) =>
    asOperator(office.app.product, office.company, 'test', (scope) =>
      remindLearners({ ...scope, now: () => new Date(now) }),
    )
  const told = async (who: PersonName) =>
    (await read(who, '/notifications')).split(/overdue/).length - 1
  const [emil, lin] = [await told('emil'), await told('lin')]
  await remindAt('2041-03-10T11:00:00Z')
  expect(await told('emil'), 'a Sunday').toBe(emil)
  await remindAt('2041-03-11T06:00:00Z')
  expect(await told('emil'), 'too early in the day').toBe(emil)
  await remindAt('2041-03-11T11:00:00Z')
  await remindAt('2041-03-11T12:00:00Z')
  expect(await told('emil')).toBe(emil + 1)
  expect(await told('lin')).toBe(lin + 1)
})
