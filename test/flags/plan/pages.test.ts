import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { readProgramme, startProgramme } from '../../../flags/plan/programme.ts'
import { readStages } from '../../../flags/plan/stage-rows.ts'
import { readStageWork, type WorkItem } from '../../../flags/plan/work-items.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Firm, type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const place = '/rollout/plan'
const read = async (name: PersonName, path: string) => {
  const answer = await office.as(name).get(path)
  return { status: answer.status, text: await answer.text() }
}
const post = async (path: string, form: Record<string, string>, name: PersonName = 'amy') => {
  const answer = await office.as(name).post(path, form)
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}
const programme = () => office.inScope('amy', readProgramme)
const start = () => ({ sponsor: office.people.lin, lead: office.people.amy, size: '10' })
const work = (stage: 'S0' | 'S1' = 'S0') =>
  office.inScope('amy', (scope) => readStageWork(scope, stage))
const one = async (code: string): Promise<WorkItem> => {
  const found = (await work()).find((item) => item.code === code)
  if (!found) throw new Error(`no work ${code}`)
  return found
}

describe('before there is a plan', () => {
  test('amy is asked for one, and nobody else finds the page', async () => {
    expect((await read('amy', place)).text).toContain('There is no plan yet')
    for (const name of ['lin', 'emil', 'tara'] as const) {
      expect((await read(name, place)).status, name).toBe(404)
      expect((await post(place, start(), name)).status, name).toBe(404)
    }
  })

  test('a stranger as sponsor, no day and no size are each refused beside their field', async () => {
    const { status, text } = await post(place, { ...start(), sponsor: newId(), startsOn: 'soon' })
    expect(status).toBe(422)
    expect(text).toContain('Choose somebody who works here.')
    expect(text).toContain('This is not a date')
    expect(text).toContain('value="soon"')
    expect(await programme()).toBeUndefined()
  })

  test('its pilot, its work and its pause are not there yet', async () => {
    expect((await read('amy', `${place}/stages/S0`)).status).toBe(404)
    for (const path of ['/pilot', '/items/new'])
      expect((await office.as('amy').get(place + path)).headers.get('location'), path).toBe(place)
  })
})

describe('once it has begun', () => {
  beforeAll(async () => {
    const begun = await post(place, { ...start(), startsOn: '2026-11-30' })
    expect([begun.status, begun.to]).toEqual([303, place])
  })

  test('there are seven stages, the first under way, with work that is somebody’s', async () => {
    const stages = await office.inScope('amy', readStages)
    expect(stages.map(({ code, startedOn }) => [code, startedOn])).toEqual([
      ...[['S0', '2026-11-30']],
      ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6'].map((code) => [code, null]),
    ])
    expect((await one('charter')).ownerId).toBe(office.people.lin)
    expect((await one('risks')).ownerId).toBe(office.people.amy)
    const { text } = await read('amy', place)
    expect(text).toContain('Write the charter and sign it')
    expect(text).toContain('S6 Keep measuring')
  })

  test('begun a second time it is the same one', async () => {
    const before = await programme()
    await office.inScope('amy', (scope) =>
      startProgramme(scope, {
        ...{ sponsorId: office.people.amy, leadId: office.people.amy },
        ...{ startsOn: '2027-01-01', size: 200 as const },
      }),
    )
    expect(await programme()).toEqual(before)
    expect(await work()).toHaveLength(8)
  })

  test('twenty people who begin at once begin one', async () => {
    const firm: Firm = await office.another()
    await Promise.all(
      Array.from({ length: 20 }, () =>
        firm.as('amy').post(place, {
          ...{ sponsor: firm.people.amy, lead: firm.people.amy },
          ...{ size: '10', startsOn: '2026-11-30' },
        }),
      ),
    )
    const items = await firm.inScope('amy', (scope) => readStageWork(scope, 'S0'))
    expect(items).toHaveLength(8)
  })

  test('lin marks what is hers as done, from a page that shows nothing else', async () => {
    const mine = await read('lin', `${place}/mine`)
    expect(mine.text).toContain('Write the charter and sign it')
    expect(mine.text).not.toContain('Open the risk register')
    const { id } = await one('charter')
    await post(`${place}/items/${id}/mark`, { mark: 'done' }, 'lin')
    expect((await one('charter')).doneOn).not.toBeNull()
    await post(`${place}/items/${id}/mark`, { mark: 'open' }, 'lin')
    expect((await one('charter')).doneOn).toBeNull()
  })

  test('nobody marks or reads what is another’s: for them it does not exist', async () => {
    const { id } = await one('risks')
    expect((await post(`${place}/items/${id}/mark`, { mark: 'done' }, 'emil')).status).toBe(404)
    expect((await read('lin', `${place}/items/${id}`)).status).toBe(404)
    expect((await read('amy', `${place}/items/${newId()}`)).status).toBe(404)
    const other = await office.another()
    expect((await other.as('amy').get(`${place}/items/${id}`)).status).toBe(404)
    expect((await one('risks')).doneOn).toBeNull()
  })

  test('words of the template stay in both languages while only its day changes', async () => {
    const { id, version } = await one('risks')
    const form = { stage: 'S0', owner: office.people.emil, dueOn: '2026-12-04', note: 'see list' }
    const title = 'Open the risk register'
    await post(`${place}/items/${id}`, { ...form, title, version: String(version) })
    expect(await one('risks')).toMatchObject({ title: null, dueOn: '2026-12-04', note: 'see list' })
    const late = await post(`${place}/items/${id}`, { ...form, title, note: 'x', version: '1' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Somebody has changed this in the meantime')
    expect((await one('risks')).note).toBe('see list')
  })

  test('amy adds work, twice by one form, and it is there once', async () => {
    const form = {
      ...{ title: 'Visit three customers', stage: 'S1', owner: '', dueOn: '2026-12-10' },
      _once: newId(),
    }
    await post(`${place}/items/new`, form)
    await post(`${place}/items/new`, form)
    const added = (await work('S1')).filter(({ origin }) => origin === 'manual')
    expect(added.map(({ title }) => title)).toEqual(['Visit three customers'])
  })

  test('the end of a stage moves with a reason only, and the slip is seen', async () => {
    const [stage] = await office.inScope('amy', readStages)
    const form = { endPlan: '2026-12-11', version: String(stage?.version) }
    const silent = await post(`${place}/stages/S0`, form)
    expect([silent.status, silent.text.includes('Say briefly why')]).toEqual([422, true])
    await post(`${place}/stages/S0`, { ...form, reason: 'the boss is abroad' })
    expect((await read('amy', place)).text).toContain('5 working days late')
    expect((await read('amy', `${place}/stages/S6`)).status).toBe(404)
  })

  test('the pilot is chosen with a reason, from departments there are', async () => {
    const { text } = await read('amy', `${place}/pilot`)
    expect(text).toContain('We propose: some modules in one department.')
    const form = { shape: 'department', department: office.departments.sales, reason: 'a champion' }
    const wrong = await post(`${place}/pilot`, { ...form, department: newId(), reason: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Choose the department of the pilot.')
    await post(`${place}/pilot`, form)
    expect(await programme()).toMatchObject({
      ...{ pilotForm: 'department', pilotDepartmentId: office.departments.sales },
      pilotReason: 'a champion',
    })
  })

  test('it pauses and goes on, each with a reason', async () => {
    await post(`${place}/pause`, { pause: 'yes', reason: '' })
    expect((await programme())?.pausedAt).toBeNull()
    await post(`${place}/pause`, { pause: 'yes', reason: 'stock-taking' })
    expect((await read('amy', place)).text).toContain('The rollout is paused')
    await post(`${place}/pause`, { pause: 'no', reason: 'done' })
    expect((await programme())?.pausedAt).toBeNull()
  })
})
