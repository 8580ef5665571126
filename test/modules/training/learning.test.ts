import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { learningText } from '../../../modules/training/learning/messages.ts'
import type { Drawn } from '../../../modules/training/quizzes/grading.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { courseHref, openTrainingOffice, readPage, readThrough } from './training-office.ts'

let office: Office
let idea: string
beforeAll(async () => {
  office = await openTrainingOffice()
  idea = await courseHref(office, 'C-00')
})
afterAll(() => office?.close())

const read = (who: PersonName, path: string) => readPage(office, who, path)

/** The quiz that somebody has open. */
async function openQuiz(who: PersonName): Promise<{ id: string; drawn: Drawn[] }> {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ id: string; drawn: Drawn[] }>(sql`
      select t.id, t.drawn from training.attempts t join training.assignments a
        on a.company_id = t.company_id and a.id = t.assignment_id
      where a.user_id = ${office.people[who]} and t.finished_at is null`),
  )
  if (!row) throw new Error(`${who} has no quiz open.`)
  return row
}

/** The answers of a form: all right, or all but what is wrong in every one. */
function answersTo(drawn: readonly Drawn[], right: boolean): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {}
  for (const { id, question } of drawn) {
    const { kind, options } = question
    if (kind === 'order' || kind === 'match')
      for (const at of options.keys())
        form[`q-${id}-${at}`] = String(right ? at : (at + 1) % options.length)
    else
      form[`q-${id}`] = options.flatMap((option, at) =>
        (option.right === true) === right ? [String(at)] : [],
      )
    if (kind === 'single') form[`q-${id}`] = (form[`q-${id}`] as string[]).slice(0, 1)
  }
  return form
}

async function takeQuiz(who: PersonName, right: boolean): Promise<string> {
  await office.as(who).post(`${idea}/attempts`, { lesson: 'check' })
  const { id, drawn } = await openQuiz(who)
  const answer = await office.as(who).post(`/training/attempts/${id}`, answersTo(drawn, right))
  expect(answer.status).toBe(303)
  return read(who, answer.headers.get('location') ?? '')
}

test('emil finds the course, begins it, and comes back to exactly the step where he stopped', async () => {
  expect(await read('emil', '/training')).toContain('Why the idea comes before the system')
  expect(await read('emil', idea)).toContain('Give three reasons our company is doing this')
  await office.as('emil').post(`${idea}/begin`)
  expect(await read('emil', idea)).toContain('One phone call')
  await office.as('emil').post(`${idea}/steps`, { lesson: 'story', step: '0' })
  const later = await read('emil', idea)
  expect(later).toContain('Step 2 of 2')
  expect(later).toContain('whose fault was it')
  expect(await read('emil', '/training')).toContain('Continue')
  expect(await read('lin', '/training'), 'lin has not begun').not.toContain('Continue')
})

test('he reads on to the quiz; a question without an answer is named and what he chose is kept', async () => {
  await readThrough(office, 'emil', idea)
  expect(await read('emil', idea)).toContain('5 questions; 80% right passes')
  await office.as('emil').post(`${idea}/attempts`, { lesson: 'check' })
  const { id, drawn } = await openQuiz('emil')
  expect(drawn).toHaveLength(5)
  const all = answersTo(drawn, true)
  const chosen = drawn.find(({ question }) => question.kind === 'single')
  const one = { [`q-${chosen?.id}`]: all[`q-${chosen?.id}`] ?? '' }
  const refused = await office.as('emil').post(`/training/attempts/${id}`, one)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Answer this question.')
  expect(page).toMatch(/type="radio"[^>]*checked/)
  expect((await office.as('lin').post(`/training/attempts/${id}`, all)).status, 'not hers').toBe(
    404,
  )
})

test('all right passes, completes the course, and gives a certificate; twice gives one', async () => {
  const page = await takeQuiz('emil', true)
  expect(page).toContain('Passed with 100%')
  expect(page).toContain('Explanations')
  expect(page).toContain('You have completed this course.')
  expect(page).toMatch(/href="\/training\/completions\/[^"]+"/)
  const following = await courseHref(office, 'C-01')
  for (const shown of [page, await read('emil', idea)])
    expect(shown, 'what follows on the path').toMatch(
      new RegExp(`href="${following}"[^>]*>(<svg.*?</svg>)?Next: `, 's'),
    )
  const own = await read('emil', '/training')
  const certificate = /href="(\/training\/completions\/[^"]+)"/.exec(own)?.[1] ?? ''
  const pdf = await office.as('emil').get(certificate)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect((await office.as('lin').get(certificate)).status, 'lin leads emil').toBe(200)
  expect((await office.as('sun').get(certificate)).status, 'sun is a colleague').toBe(404)
  const [count] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select count(*)::int as n from training.completions`),
  )
  expect(count?.n).toBe(1)
})

test('anybody can check the certificate and sees the first sign of the name; a made-up code is nothing', async () => {
  const [row] = await office.inScope('amy', ({ db }) =>
    db.execute<{ code: string }>(sql`select code from training.completions`),
  )
  const shown = await office.stranger().get(`/verify/${row?.code}`)
  expect(shown.status).toBe(200)
  const page = await shown.text()
  expect(page).toContain('genuine and valid')
  expect(page).toContain('艾**')
  expect(page).not.toContain('艾米尔')
  const spelled = `${row?.code}`.toLowerCase().replaceAll(/(.{5})/g, '$1-')
  expect((await office.stranger().get(`/verify/${spelled}`)).status).toBe(200)
  expect((await office.stranger().get('/verify/0000000000')).status).toBe(404)
})

test('who asks for certificates too often has to wait', async () => {
  const answers = []
  for (let at = 0; at < 25; at++)
    answers.push((await office.stranger().get(`/verify/TRY${at}`)).status)
  expect(answers).toContain(429)
})

test('sun fails twice and waits twelve hours; explanations and the right answers are kept from her', async () => {
  await office.as('sun').post(`${idea}/begin`)
  await readThrough(office, 'sun', idea)
  expect(await takeQuiz('sun', false)).toContain('0%: not enough yet; 80% passes.')
  expect(learningText('zh-CN').quiz.notPassed('0', '80')).not.toContain('还差一点')
  const page = await takeQuiz('sun', false)
  expect(page).toContain('You can try again from')
  expect(page).not.toContain('Explanations')
  await office.as('sun').post(`${idea}/attempts`, { lesson: 'check' })
  await expect(openQuiz('sun')).rejects.toThrow('no quiz open')
})

test('after the third failure she is to talk with tara, who is told', async () => {
  await office.inScope('amy', ({ db }) =>
    db.execute(sql`update training.attempts set finished_at = finished_at - interval '13 hours'`),
  )
  expect(await takeQuiz('sun', false)).toContain('Explanations')
  expect(await read('sun', '/training')).toContain('Talk with your trainer')
  expect(await read('tara', '/notifications')).toContain('has no attempts left')
  await office.as('sun').post(`${idea}/begin`)
  expect(await read('sun', idea)).toContain('no attempts left')
})

test('tara knows it before she learns: ninety percent spares her the texts', async () => {
  await office.as('tara').post(`${idea}/begin`, { first: 'check' })
  const { id, drawn } = await openQuiz('tara')
  await office.as('tara').post(`/training/attempts/${id}`, answersTo(drawn, true))
  expect(await read('tara', '/training')).toContain('Certificate (PDF)')
})
