import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metricNamed } from '../../../flags/evidence/metrics.ts'
import { openEvidence } from '../../../flags/evidence/reading.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { courseHref, openTrainingOffice, readPage, readThrough } from './training-office.ts'

let office: Office
beforeAll(async () => {
  office = await openTrainingOffice()
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update core.users set champion_since = now()
      where id = ${office.people.emil}`),
  )
})
afterAll(() => office?.close())

const place = '/training/progress/department'
const read = (who: PersonName, path: string) => readPage(office, who, path)

test('emil, champion of sales, sees how his department gets on; others see nothing of it', async () => {
  const href = await courseHref(office, 'C-00')
  for (const who of ['lin', 'sun'] as const) await office.as(who).post(`${href}/begin`)
  expect(await read('emil', '/training')).toContain(place)
  const page = await read('emil', place)
  expect(page).toContain('林岚')
  expect(page).not.toContain('孙悦')
  expect(page, 'he changes and reminds nobody').not.toContain('/training/assignments/')
  expect(await read('sun', '/training')).not.toContain(place)
  expect((await office.as('sun').get(place)).status).toBe(404)
  expect((await office.as('emil').get('/training/progress/people')).status).toBe(404)
})

const helpLoad = () =>
  office.inScope('amy', async (scope) => {
    const ask = await openEvidence(scope, office.app.product)
    return ask(metricNamed('help.load'))
  })

test('what people ask their champions is part of the help load that gates read', async () => {
  const before = await helpLoad()
  expect(before).toMatchObject({ state: 'ok', value: 0, parts: { questions: 0 } })
  const asked = { at: '/training', question: 'Where is my certificate?' }
  await office.as('lin').post('/training/help-requests', asked)
  const after = await helpLoad()
  expect(after.parts).toMatchObject({ blocks: 0, questions: 1 })
  expect(after.value).toBeCloseTo(1 / (after.n ?? 0) / 4)
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.help_requests set created_at = now() - interval '29 days'`),
  )
  expect((await helpLoad()).value, 'not what is older than four weeks').toBe(0)
})

test('what lin does while she learns is noted, each once, and her opinion is not hers', async () => {
  const href = await courseHref(office, 'C-00')
  await readThrough(office, 'lin', href)
  await office.as('lin').post('/training/help?at=/training')
  const rows = await office.inScope('amy', ({ db }) =>
    db.execute<{ kind: string; count: number }>(sql`
      select kind, count(*)::int as count from training.learning_events
      where user_id = ${office.people.lin} group by kind`),
  )
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]))
  expect(counts.get('assignment.created')).toBe(1)
  expect(counts.get('help.opened')).toBe(1)
  expect(counts.get('lesson.completed') ?? 0).toBeGreaterThan(0)
  expect(counts.get('lesson.viewed')).toBe((counts.get('lesson.completed') ?? 0) + 1)
  expect(counts.has('survey.answered')).toBe(false)
})
