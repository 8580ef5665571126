import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { look } from '../../setup/pdf.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const read = async (path: string) => (await office.as('amy').get(path)).text()

test('before there is a plan the overview says so, and there is nothing to print', async () => {
  expect(await read('/rollout/overview')).toContain('There is no plan yet')
  const answer = await office.as('amy').get('/rollout/overview.pdf')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/rollout/overview')
})

test('once it has begun the sponsor reads how far it is, what is next and what is in the way', async () => {
  const { amy } = office.people
  await office.inScope('amy', (scope) =>
    startProgramme(scope, { sponsorId: amy, leadId: amy, size: 10, startsOn: '2026-03-02' }),
  )
  const html = await read('/rollout/overview')
  expect(html).toContain('data-testid="stage-bar"')
  expect(html).toContain('Next gate: G0 Idea')
  expect(html).toMatch(/Charter signed: there is too little evidence to say/)
  expect(html).not.toContain('NaN')
  for (const who of ['emil', 'lin'] as const)
    expect((await office.as(who).get('/rollout/overview')).status).toBe(404)
})

test('the same on one sheet of A4, to be searched and read', async () => {
  const answer = await office.as('amy').get('/rollout/overview.pdf')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*\.pdf$/)
  const { pages, text } = await look(Buffer.from(await answer.arrayBuffer()))
  expect(pages.length).toBe(1)
  expect(pages[0]?.ink).toBeGreaterThan(3_000)
  for (const part of ['海港贸易', 'Rollout overview', 'Next gate: G0 Idea', '陈爱米'])
    expect(text).toContain(part)
  // What is asked of a figure stands beside what was read.
  expect(text).toContain('at least 60')
})
