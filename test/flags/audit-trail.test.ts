import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { listAudit } from '../../core/records/audit-list.ts'
import { namersOf } from '../../core/records/telling.ts'
import { say } from '../../flags/feedback/feedback.ts'
import { addCriterion, readCriteria, removeCriterion } from '../../flags/gates/criteria.ts'
import { propose } from '../../flags/matrix/proposals.ts'
import { addEntry, changeEntry, readEntry } from '../../flags/register/register.ts'
import { riskRegister } from '../../flags/risks/register.ts'
import { closeRun, openRun, readRuns } from '../../flags/surveys/runs.ts'
import { readCharter, signCharter, writeCharter } from '../../flags/team/team.ts'
import { parcels } from '../contract/fixture/parcels.tsx'
import { type Office, openOffice } from '../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ modules: [parcels] })
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry

/** What the records of a kind are called in the trail, each name once. */
async function named(object: string, locale: Locale = 'en'): Promise<(string | null)[]> {
  const filter = { q: '', person: '', object, record: '', action: '', from: '', to: '', before: '' }
  const rows = await office.inScope('amy', (scope) =>
    listAudit({ ...scope, locale }, namersOf(registry()), filter),
  )
  return [...new Set(rows.map(({ label }) => label))]
}

test('a charter that amy signs is named by its version', async () => {
  await office.inScope('amy', async (scope) => {
    await writeCharter(scope, 'Customers come first.')
    await writeCharter(scope, 'Customers come first, always.')
    await signCharter(scope, (await readCharter(scope))?.id ?? '')
  })
  expect(await named('flags.charter')).toEqual(['Version 2', 'Version 1'])
  expect(await named('flags.charter', 'zh-CN')).toEqual(['第 2 版', '第 1 版'])
})

test('a criterion is named by its gate and its figure, also when amy has taken it out', async () => {
  await office.inScope('amy', async (scope) => {
    const terms = { floor: 45, target: 70, weight: 10, minN: null, critical: false, hard: false }
    await addCriterion(scope, 'G3', { metric: 'adoption.index', place: 'company', ...terms })
  })
  expect(await named('flags.criterion')).toEqual(['G3 · Adoption index'])
  await office.inScope('amy', async (scope) => {
    const [one] = await readCriteria(scope, 'G3')
    if (one) await removeCriterion(scope, 'G3', one)
  })
  expect(await named('flags.criterion', 'zh-CN')).toEqual(['G3 · 采用度指数'])
})

test('a survey is named by what it asks and its day', async () => {
  await office.inScope('amy', async (scope) => {
    const opening = { kind: 'pulse', form: 'full', questionsVersion: 1 } as const
    await openRun(scope, { ...opening, closesOn: '2999-01-01' })
    const [run] = await readRuns(scope, 'pulse')
    await closeRun(scope, run?.id ?? '')
  })
  expect(await named('flags.survey')).toEqual([
    expect.stringMatching(/^Monthly pulse · \d{4}-\d\d-\d\d$/),
  ])
})

test('what emil has said is named by its first words', async () => {
  await office.inScope('emil', (scope) =>
    say(scope, {
      ...{ kind: 'blocks', module: 'parcels', page: '/parcels/parcels' },
      text: `The list is empty ${'again and '.repeat(20)}`,
    }),
  )
  expect(await named('flags.feedback')).toEqual([
    expect.stringMatching(/^The list is empty again .{0,60}…$/),
  ])
})

test('a change that waits for a second person is named by what it would do', async () => {
  await office.inScope('amy', async (scope) => {
    const wish = { module: null, rows: null, intent: null, strictness: 'simple' } as const
    await propose(scope, registry(), wish, 'we are small')
    const intent = {
      action: 'set',
      seen: null,
      cell: { department: office.departments.sales, state: 'pilot' },
    } as const
    const change = { module: 'parcels', rows: { audiences: [] }, intent, strictness: null }
    await propose(scope, registry(), change, 'the pilot begins')
  })
  expect(await named('flags.proposal')).toEqual([
    'Parcels in 销售部: Pilot.',
    'How strict the rollout is: Simple',
  ])
})

test('a risk that amy only weighs anew still has its name', async () => {
  await office.inScope('amy', async (scope) => {
    const values = { title: 'The data are late', category: 'data', state: 'watched', p: 2, i: 3 }
    const id = await addEntry(scope, riskRegister, values)
    await changeEntry(scope, riskRegister, await readEntry(scope, riskRegister, id), 1, { p: 4 })
  })
  expect(await named('flags.risk')).toEqual(['The data are late'])
})

test('the page of the trail shows names where there are some', async () => {
  const page = await (await office.as('amy').get('/admin/audit?object=flags.charter')).text()
  expect(page).toContain('Version 2')
})
