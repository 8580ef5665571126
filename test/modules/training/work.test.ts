import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../../core/access/as-person.ts'
import { newId } from '../../../core/db/id.ts'
import { signIn } from '../../../modules/training/sessions/attending.ts'
import { readSession } from '../../../modules/training/sessions/reading.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { courseHref, openTrainingOffice, readPage } from './training-office.ts'

let office: Office
let job: string
let strategy: string
beforeAll(async () => {
  office = await openTrainingOffice()
  job = await courseHref(office, 'C-05')
  strategy = await courseHref(office, 'L-01')
})
afterAll(() => office?.close())

const read = (who: PersonName, path: string) => readPage(office, who, path)
const post = (who: PersonName, path: string, form: Record<string, string> = {}) =>
  office.as(who).post(path, form)

/** Where the work that waits is read. */
const waiting = async (who: PersonName) =>
  /href="(\/training\/work\?read=[^"]+)"/.exec(await read(who, '/training/work'))?.[1] ?? ''

const idOf = (href: string) => href.split('read=')[1] ?? ''

test('emil hands in his three things; nothing written is refused and said beside the field', async () => {
  await post('emil', `${job}/begin`)
  const empty = await post('emil', `${job}/work`, { lesson: 'plan', body: ' ' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Fill in “Your work”.')
  await post('emil', `${job}/work`, {
    lesson: 'plan',
    body: 'I start: notes in the car <b>park</b>',
  })
  const page = await read('emil', `${job}?lesson=plan`)
  expect(page).toContain('Handed in.')
  expect(page, 'tags stay words').not.toContain('<b>park</b>')
})

test('lin, who leads him, reads it; sun in service and amy, who administers, read nothing', async () => {
  expect(await waiting('lin')).not.toBe('')
  expect(await waiting('sun')).toBe('')
  expect(await waiting('amy')).toBe('')
  const href = await waiting('lin')
  expect((await office.as('amy').get(href)).status).toBe(404)
  expect(await read('lin', href)).toContain('notes in the car')
})

test('given back needs a word on what to do; handed in anew and accepted, the lesson is done', async () => {
  const href = await waiting('lin')
  const to = `/training/hand-ins/${idOf(href)}`
  const version = async () => hiddenOf(await read('lin', href), 'version')
  const refused = await post('lin', to, { state: 'returned', version: await version() })
  expect(refused.status).toBe(422)
  await post('lin', to, {
    state: 'returned',
    comment: 'What do you stop?',
    version: await version(),
  })
  expect(await read('emil', '/notifications')).toContain('gave your work back')
  expect(await read('emil', `${job}?lesson=plan`)).toContain('What do you stop?')
  await post('emil', `${job}/work`, { lesson: 'plan', body: 'I stop: my notebook' })
  const stale = await post('lin', to, { state: 'accepted', version: '1' })
  expect(stale.headers.get('location')).toBe(href)
  await post('lin', to, { state: 'accepted', version: await version() })
  expect(await read('emil', `${job}?lesson=plan`)).toContain('Accepted.')
  expect(await waiting('lin')).toBe('')
})

test('nobody accepts their own work', async () => {
  await post('lin', `${job}/begin`)
  await post('lin', `${job}/work`, { lesson: 'plan', body: 'I keep: calling people' })
  expect(await read('lin', '/training/work')).toContain('read by somebody else')
  const [row] = await office.inScope('lin', ({ db }) =>
    db.execute<{ id: string }>(sql`select id from training.hand_ins where state = 'waiting'`),
  )
  const own = await post('lin', `/training/hand-ins/${row?.id}`, {
    state: 'accepted',
    version: '1',
  })
  expect(own.status).toBe(404)
})

test('tara plans a session; a time that is none is named; who is there signs in with the code', async () => {
  const form = await read('tara', '/training/sessions/new')
  const part = /<option value="([0-9a-f-]{36} talk)"/.exec(form)?.[1] ?? ''
  const plan = { part, date: '2040-03-05', time: '25 o’clock', place: 'Room 2' }
  expect(await (await post('tara', '/training/sessions', plan)).text()).toContain('as 14:30')
  const made = await post('tara', '/training/sessions', { ...plan, time: '14:30' })
  const session = made.headers.get('location') ?? ''
  expect(await read('tara', session)).toContain('Nobody has begun this course yet.')
  await post('lin', `${strategy}/begin`)
  const other = await post('tara', '/training/sessions', { ...plan, time: '15:30' })
  const second = other.headers.get('location') ?? ''
  expect(await read('tara', second)).not.toContain('End the session')
  await post('tara', `${second}/close`)
  expect(await read('tara', second)).toContain('The session was called off.')
  expect(await read('lin', '/notifications')).toContain('called off a live session')
  expect(await read('lin', '/notifications')).toContain('planned a live session')
  const page = await read('tara', session)
  expect(page).toContain('<svg class="qr"')
  const code = /<strong>(\d{8})<\/strong>/.exec(page)?.[1] ?? ''
  expect((await post('lin', '/training/sign-in', { code })).status, 'not before the hour').toBe(422)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.sessions set starts_at = now()`),
  )
  expect(await read('tara', session)).toContain('End the session')
  expect((await post('emil', '/training/sign-in', { code })).status, 'not begun').toBe(422)
  expect((await post('lin', '/training/sign-in', { code })).status).toBe(303)
  expect(await read('lin', `${strategy}?lesson=talk`)).toContain('You were there.')
  expect(await read('tara', session)).toMatch(/value="present"[^>]*checked/)
})

test('a session that has ended takes nobody in', async () => {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string; code: string }>(
      sql`select id, code from training.sessions where closed_at is null`,
    ),
  )
  await post('tara', `/training/sessions/${row?.id}/close`)
  expect((await post('lin', '/training/sign-in', { code: row?.code ?? '' })).status).toBe(422)
})

test('of twenty people who sign in at once for the last place one has it', async () => {
  const { tara } = office.people
  const ids = Array.from({ length: 20 }, () => newId())
  const session = await office.inScope('tara', async (scope) => {
    const { db, company } = scope
    await db.execute(sql`
      insert into core.users (company_id, id, name, email)
      select ${company.id}, u.id, 'Guest', u.id::text || '@example.com'
      from unnest(${sql.param(ids)}::uuid[]) as u (id)`)
    await db.execute(sql`
      insert into core.user_roles (company_id, user_id, role)
      select ${company.id}, u.id, 'member' from unnest(${sql.param(ids)}::uuid[]) as u (id)`)
    await db.execute(sql`
      insert into training.assignments (company_id, id, user_id, course_id, version_id, status,
        started_at)
      select c.company_id, gen_random_uuid(), u.id, c.id, c.published_id, 'in_progress', now()
      from training.courses c, unnest(${sql.param(ids)}::uuid[]) as u (id) where c.code = 'L-01'`)
    const id = newId()
    await db.execute(sql`
      insert into training.sessions (company_id, id, course_id, lesson, starts_at, place, code,
        capacity, trainer_id)
      select c.company_id, ${id}, c.id, 'talk', now(), 'Room 3', '30303030', 1, ${tara}
      from training.courses c where c.code = 'L-01'`)
    return readSession(scope, id)
  })
  const signInAs = (id: string) =>
    asPerson(office.app.product, office.company, id, 'test', (scope) =>
      signIn(scope, office.app.product.registry, session),
    )
  const outcomes = await Promise.all(ids.map(signInAs))
  expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
  expect(outcomes.filter((one) => one === 'full')).toHaveLength(19)
  const winner = ids[outcomes.indexOf('done')] ?? ''
  expect(await signInAs(winner), 'once more takes no second place').toBe('done')
})
