import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProgramme } from '../../../flags/plan/programme.ts'
import { readStageWork, type WorkItem } from '../../../flags/plan/work-items.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
let work: WorkItem[]
const again = () => office.inScope('amy', (scope) => readStageWork(scope, 'S0'))
beforeAll(async () => {
  office = await openOffice()
  await office.inScope('amy', (scope) =>
    startProgramme(scope, {
      ...{ sponsorId: office.people.amy, leadId: office.people.lin },
      ...{ startsOn: '2026-11-02', size: 10 as const },
    }),
  )
  work = await again()
})
afterAll(() => office.close())

const [first, second, third] = [0, 1, 2]
const idOf = (at: number) => work[at]?.id ?? ''
const place = (at: number) => `/rollout/plan/items/${idOf(at)}`
const wait = async (at: number, before: string, name: PersonName = 'amy') => {
  const answer = await office.as(name).post(`${place(at)}/waits`, { before })
  return { status: answer.status, text: await answer.text() }
}
const page = async (path: string, name: PersonName = 'amy') => {
  const answer = await office.as(name).get(path)
  return { status: answer.status, text: await answer.text() }
}
const blockers = async (at: number) =>
  (await again()).find(({ id }) => id === idOf(at))?.blockedBy.length

describe('work waits for other work', () => {
  test('which is shown in the plan and on its page until it is done', async () => {
    expect((await wait(second, idOf(first))).status).toBe(303)
    expect((await wait(second, idOf(first))).status).toBe(303)
    expect((await wait(third, idOf(second))).status).toBe(303)
    expect(await blockers(second)).toBe(1)
    expect((await page('/rollout/plan?stage=S0')).text).toContain('Waits for: ')
    expect((await page(place(second))).text).toContain('data-testid="waits"')
    await office.as('amy').post(`${place(first)}/mark`, { mark: 'done' })
    expect(await blockers(second)).toBe(0)
  })

  test('but never in a circle, long or short, nor for itself or for what is not there', async () => {
    await office.as('amy').post(`${place(first)}/mark`, { mark: 'open' })
    const circle = await wait(first, idOf(third))
    expect([circle.status, circle.text.includes('already waits for this one')]).toEqual([422, true])
    expect((await wait(first, idOf(first))).status).toBe(422)
    expect((await wait(first, crypto.randomUUID())).status).toBe(422)
    expect((await wait(first, '')).status).toBe(422)
    expect(await blockers(first)).toBe(0)
  })

  test('of two that would wait for each other at the same moment, one is refused', async () => {
    const [one, other] = [4, 5]
    const found = await Promise.all([wait(one, idOf(other)), wait(other, idOf(one))])
    expect(found.map(({ status }) => status).toSorted()).toEqual([303, 422])
  })

  test('and is let go again', async () => {
    await office.as('amy').post(`${place(third)}/waits/${idOf(second)}/drop`, {})
    expect(await blockers(third)).toBe(0)
  })

  test('is not for members to say, nor for another company', async () => {
    expect((await wait(third, idOf(first), 'emil')).status).toBe(404)
    const other = await office.another()
    expect((await other.as('amy').get(place(first))).status).toBe(404)
  })
})

describe('proof that work is done', () => {
  const attach = async (name: PersonName) => {
    const form = new FormData()
    form.set('object', 'flags.work-item')
    form.set('record', idOf(third))
    form.set('file', new File(['minutes of the meeting'], 'minutes.txt', { type: 'text/plain' }))
    return (await office.as(name).post('/files', form)).status
  }

  test('is put on it by who runs the plan and by whose it is, and by nobody else', async () => {
    await office.inScope('amy', ({ db, company }) =>
      db.execute(sql`update flags.work_items set owner_id = ${office.people.emil}
        where company_id = ${company.id} and id = ${idOf(third)}`),
    )
    expect(await attach('sun')).toBe(404)
    expect(await attach('emil')).toBe(303)
    expect(await attach('amy')).toBe(303)
    expect((await again()).find(({ id }) => id === idOf(third))?.files).toBe(2)
  })

  test('stands on the page of it, which its owner sees and others do not', async () => {
    expect((await page(place(third), 'emil')).text).toContain('minutes.txt')
    expect((await page(place(third), 'sun')).status).toBe(404)
    expect((await page('/rollout/plan?stage=S0')).text).toContain('2 files')
  })
})
