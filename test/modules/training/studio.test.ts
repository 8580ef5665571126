import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lesson, type Question, sayIn } from '../../../modules/training/courses/content.ts'
import { conflictFields } from '../../../modules/training/studio/conflict.ts'
import { emptyCourse, rawFacts } from '../../../modules/training/studio/course-form.ts'
import { rawLesson } from '../../../modules/training/studio/lesson-form.ts'
import { unchanged } from '../../../modules/training/studio/publishing.ts'
import { rawQuestion } from '../../../modules/training/studio/question-form.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { programOf } from '../../setup/program.ts'
import { courseHref, openTrainingOffice, readPage, readThrough } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice()
})
afterAll(() => office?.close())

const sales = () => office.departments.sales
const read = (who: PersonName, path: string) => readPage(office, who, path)
const post = (path: string, form: Record<string, string>, who: PersonName = 'tara') =>
  office.as(who).post(path, form)

const facts = {
  ...{ 'title-en': 'Greeting guests', 'title-zh': '接待客人', 'objectives-en': 'Greet a guest' },
  ...{ 'objectives-zh': '能接待客人', minutes: '10', validMonths: '', percent: '80' },
  ...{ attempts: '3', waitHours: '12' },
}

let studio = ''
const version = async (path = studio) => hiddenOf(await read('tara', `${path}/facts`), 'version')

test('tara writes a course without any code; what is missing is said beside its field', async () => {
  const refused = await post('/training/studio/courses', { ...facts, code: '?', minutes: 'long' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Use 2 to 20 letters')
  expect(page).toContain('value="Greeting guests"')
  const made = await post('/training/studio/courses', { ...facts, code: 'x-01' })
  studio = made.headers.get('location') ?? ''
  expect(await read('tara', studio)).toContain('There is no lesson yet.')
  const twice = await post('/training/studio/courses', { ...facts, code: 'X-01' })
  expect(await twice.text()).toContain('There is a course with this code already.')
  expect((await post('/training/studio/courses', facts, 'emil')).status).toBe(404)
})

test('a lesson’s form calls it a lesson, and judges only what belongs to its kind', async () => {
  const form = await read('tara', `${studio}/lesson`)
  expect(form).toContain('Title of the lesson')
  for (const kind of ['quiz', 'video', 'tour'])
    expect(form).toMatch(new RegExp(`class="only-${kind}"`))
  const unseen = { kind: 'text', 'title-en': 'Hi', draw: 'many', video: 'nowhere at all' }
  const saved = await post(`${studio}/lesson`, { ...unseen, version: '0' })
  expect(saved.status, 'only somebody else was faster').toBe(409)
})

test('a lesson with hostile Markdown is inert wherever it is read', async () => {
  const body = [
    '# Hi <script>alert(1)</script> [x](javascript:alert(1)) [y](data:text/html,z)',
    '<img src=x onerror=alert(1)> ![z](https://evil.example/t.png) [ok](https://good.example)',
  ].join('\n\n')
  const lesson = { kind: 'text', required: 'on', 'title-en': 'Hello', 'body-en': body }
  await post(`${studio}/lesson`, { ...lesson, version: await version() })
  expect(await read('tara', studio)).toContain('no text in Chinese')
  const grave = await post(`${studio}/publish`, {})
  expect(grave.headers.get('location')).toBe(studio)
  await post(`${studio}/publish`, { partial: 'on' })
  const course = await courseHref(office, 'X-01')
  await post(`${course}/begin`, {}, 'emil')
  const page = await read('emil', course)
  expect(page).not.toMatch(
    /<script>alert|href="(javascript:|data:text)|<img src=x|src="https:\/\/evil/,
  )
  expect(page).toContain('&lt;script&gt;')
  expect(page).toContain('href="https://good.example"')
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set locale = 'zh-CN' where id = ${office.people.sun}`),
  )
  await post(`${course}/begin`, {}, 'sun')
  expect(await read('sun', course)).toContain('这段内容目前只有英文。')
})

test('who was faster is seen beside what one wrote; nothing is lost', async () => {
  const old = await version()
  await post(`${studio}/facts`, { ...facts, minutes: '12', version: old })
  const late = await post(`${studio}/facts`, { ...facts, minutes: '14', version: old })
  expect(late.status).toBe(409)
  const page = await late.text()
  for (const minutes of ['12', '14']) expect(page).toContain(minutes)
  expect(page).toContain('<th scope="row">Minutes</th>')
})

test.each(['en', 'zh-CN'] as const)(
  'every field of the studio’s forms has a name in %s',
  (locale) => {
    const option = { text: { en: 'One' }, to: { en: 'Two' }, right: true }
    const asked: Question = {
      ...{ kind: 'match', objective: 1, critical: true, stem: { en: 'Why' } },
      ...{ options: [option, option], explanation: {} },
    }
    const lesson: Lesson = { key: 'l-1', kind: 'text', title: {}, body: {}, required: true }
    const raw = { ...rawFacts(emptyCourse), ...rawLesson(lesson), ...rawQuestion(asked) }
    const fields = conflictFields(locale, raw, raw)
    expect(fields.length).toBeGreaterThan(20)
    for (const { name, label } of fields) expect(label, name).not.toMatch(/^$|[a-z]-(zh|en)|-\d/)
    for (const { name, label } of fields) expect(label).not.toBe(name)
    expect(fields.find(({ name }) => name === 'right-1')?.shown?.yours).toBe(
      locale === 'en' ? 'yes' : '是',
    )
  },
)

test('a question needs something to choose; one that is right is kept in both languages', async () => {
  const question = { kind: 'single', objective: '1', 'stem-en': 'A guest comes in', critical: 'on' }
  expect((await post(`${studio}/question`, question)).status).toBe(422)
  const said = async (more: Record<string, string>, kind = 'single') => {
    const answer = await post(`${studio}/question`, { ...question, kind, ...more })
    expect(answer.status).toBe(422)
    return answer.text()
  }
  const two = { 'option-0-en': 'Look up', 'option-1-en': 'Go on' }
  const oneRight = 'A question with a single choice has exactly one right option.'
  expect(await said({ ...two, 'right-0': 'on', 'right-1': 'on' })).toContain(oneRight)
  expect(await said(two)).toContain(oneRight)
  expect(await said(two, 'several')).toContain('Mark at least one option as right.')
  expect(await said({ ...two, 'option-1-en': 'Look up', 'right-0': 'on' })).toContain(
    'This option says the same as another one.',
  )
  const whole = {
    ...question,
    ...{ 'option-0-en': 'Look up', 'option-0-zh': '抬头', 'right-0': 'on' },
    ...{ 'option-1-en': 'Go on', 'option-1-zh': '接着忙' },
  }
  expect((await post(`${studio}/question`, whole)).status).toBe(303)
  const written = await read('tara', studio)
  expect(written, 'a question is named by its words').toContain('“A guest comes in”: no text')
  expect(written).not.toMatch(/\bq-[0-9a-f]{8}: /)
})

test('emil finishes on the version he began; after a change of the matter he takes what changed', async () => {
  const course = await courseHref(office, 'X-01')
  const rule = { what: course.split('/').at(-1) ?? '', mandatory: 'on', save: 'yes' }
  await office.as('tara').post('/training/rules', { ...rule, departments: [sales()] })
  for (const who of ['emil', 'sun'] as const) await readThrough(office, who, course)
  const quiz = { kind: 'quiz', required: 'on', draw: '1', 'title-en': 'Quiz', 'title-zh': '小测' }
  await post(`${studio}/lesson`, { ...quiz, version: await version() })
  const publish = { change: 'material', again: 'delta', note: 'A quiz', partial: 'on' }
  await post(`${studio}/publish`, publish)
  const page = await read('emil', '/training')
  expect(page).toContain('Greeting guests')
  const [state] = await office.inScope('emil', ({ db, user }) =>
    db.execute(sql`
      select a.cycle, a.status, (select count(*)::int from training.progress p
        where p.assignment_id = a.id and p.done_at is not null) as done,
        (select valid_until is not null from training.completions d where d.user_id = ${user.id}
          limit 1) as ends
      from training.assignments a where a.user_id = ${user.id} order by a.cycle desc limit 1`),
  )
  expect(state).toEqual({ cycle: 2, status: 'assigned', done: 1, ends: true })
  const cover = await read('emil', course)
  expect(cover).toMatch(/This course has changed since you completed it on/)
  expect(cover).toContain('What changed: A quiz')
  expect(cover).toMatch(/Take the new version by .+\. Lessons that did not change count as done\./)
})

test('sun took it of her own accord: she is told, keeps what she has, and may take the new version', async () => {
  const course = await courseHref(office, 'X-01')
  const own = () =>
    office.inScope('sun', ({ db, user }) =>
      db.execute(sql`
        select a.cycle, a.status, v.number, d.valid_until as until from training.assignments a
        join training.course_versions v on v.id = a.version_id
        left join training.completions d on d.assignment_id = a.id
        where a.user_id = ${user.id} order by a.cycle`),
    )
  expect(await own()).toEqual([{ cycle: 1, status: 'completed', number: 1, until: null }])
  expect(await read('sun', '/notifications')).toContain('你学过的课程出了新版')
  expect(await read('sun', course)).toContain('新版不要求你再学，感兴趣可以再学一遍。')
  await post(`${course}/begin`, {}, 'sun')
  expect(await own()).toMatchObject([{ cycle: 1 }, { cycle: 2, status: 'in_progress', number: 2 }])
})

test('only what is word for word the same needs no learning again', () => {
  const lesson = (key: string, text: string) => ({
    ...{ key, kind: 'text' as const, title: { en: key }, body: { en: text }, required: true },
  })
  const content = (all: ReturnType<typeof lesson>[]) => ({
    ...{ title: {}, objectives: {}, minutes: 1, validMonths: null, lessons: all },
    pass: { percent: 80, attempts: 3, waitHours: 12 },
  })
  const [before, after] = [
    content([lesson('a', 'one'), lesson('b', 'two')]),
    content([lesson('a', 'one'), lesson('b', 'two!'), lesson('c', 'three')]),
  ]
  expect(unchanged(before, after)).toEqual(['a'])
  expect(sayIn('en', { 'zh-CN': '只有中文' })).toBe('只有中文')
})

test('where two look at a course, nobody publishes their own', async () => {
  await office.as('amy').post('/training/settings', { secondReviewer: 'on' })
  await post(`${studio}/facts`, { ...facts, minutes: '20', version: await version() })
  await post(`${studio}/submit`, { partial: 'on' })
  const told = await read('amy', '/notifications')
  expect(told).toContain('asks you to look at a course before it is published')
  await post(`${studio}/publish`, { partial: 'on', change: 'minor' })
  const published = async () => {
    const [row] = await office.inScope('amy', ({ db }) =>
      db.execute<{ n: number }>(sql`
        select max(number)::int as n from training.course_versions v
        join training.courses c on c.id = v.course_id where c.code = 'X-01'`),
    )
    return row?.n
  }
  expect(await published()).toBe(2)
  await post(`${studio}/publish`, { partial: 'on', change: 'minor' }, 'amy')
  expect(await published()).toBe(3)
})

test('a pack goes out and comes in as drafts; one that was changed on the way is refused', async () => {
  const pack = await (await post('/training/studio/packs/download', {})).text()
  const give = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'courses.json'))
    return office.as('tara').post('/training/studio/packs', form)
  }
  expect(await (await give(pack.replace('Greeting guests', 'Greeting'))).text()).toContain(
    'was changed after it was made',
  )
  expect(await (await give('{')).text()).toContain('cannot be read')
  expect((await give(pack)).status, 'all of them are there already').toBe(303)
  const valley = await office.another()
  expect(pack).toContain('X-01')
  expect((await valley.as('tara').get('/training/studio')).headers.get('x-module-off')).toBe(
    'training',
  )
})

test('a program of tara assigns a course; one of emil sees his own and assigns nothing', async () => {
  const [tara, emil] = [
    await programOf(office.app, office, 'tara'),
    await programOf(office.app, office, 'emil'),
  ]
  const course = (await tara.get('/courses?q=C-01')).body.items[0]
  const given = { userId: office.people.emil, courseId: course.id, dueOn: '2040-01-02' }
  const made = await tara.post('/assignments', given)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ code: 'C-01', status: 'assigned', dueOn: '2040-01-02' })
  expect((await tara.post('/assignments', given)).body.id, 'twice is once').toBe(made.body.id)
  const own = (await emil.get('/assignments')).body
  expect(own.items.map(({ userId }: { userId: string }) => userId)).toContain(office.people.emil)
  expect((await emil.get('/courses')).body.total).toBeLessThan(
    (await tara.get('/courses')).body.total,
  )
  expect((await emil.post('/assignments', given)).status).toBe(403)
})
