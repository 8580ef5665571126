import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAway } from '../../../core/absences/reading.ts'
import type { PersonName } from '../../setup/cast.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const read = async (name: PersonName) => {
  const answer = await office.as(name).get('/absences')
  return { status: answer.status, text: await answer.text() }
}
const enter = async (name: PersonName, who: PersonName, from: string, to = '') => {
  const form = { person: office.people[who], from, to }
  const answer = await office.as(name).post('/absences', form)
  return { status: answer.status, text: await answer.text() }
}
const away = () => office.inScope('amy', (scope) => readAway(scope, soon(0), soon(30)))
const idOf = (who: PersonName) =>
  office.inScope('amy', async ({ db, company }) => {
    const [row] = await db.execute<{ id: string }>(sql`
      select id from core.absences where company_id = ${company.id}
        and user_id = ${office.people[who]} and archived_at is null`)
    return row?.id
  })

test('before anybody is away the page says so, and nobody counts as away', async () => {
  expect((await read('lin')).text).toContain('Nobody is away')
  expect(await away()).toEqual(new Map())
})

describe('lin keeps the absences of the sales department', () => {
  test('and nobody else’s: neither its people nor other departments do', async () => {
    expect((await enter('lin', 'emil', soon(1), soon(3))).status).toBe(303)
    expect((await enter('lin', 'sun', soon(1))).status).toBe(422)
    for (const name of ['emil', 'sun', 'tara'] as const) {
      expect((await read(name)).status, name).toBe(404)
      expect((await enter(name, name, soon(1))).status, name).toBe(404)
    }
    expect(await away()).toEqual(
      new Map([[office.people.emil, new Set([soon(1), soon(2), soon(3)])]]),
    )
  })

  test('amy sees them, and keeps those of everybody', async () => {
    expect((await enter('amy', 'sun', soon(2))).status).toBe(303)
    expect((await read('amy')).text).toContain('艾米尔')
    expect((await read('amy')).text).toContain('孙悦')
    expect((await read('lin')).text).not.toContain('孙悦')
  })

  test.each([
    ['a day that is taken already', soon(3), soon(9), 'away on some of these days already'],
    ['a last day before the first', soon(9), soon(8), 'lies before the first one'],
    ['a year and more', soon(9), soon(9 + 400), '366 days at most'],
    ['no day', '', '', 'First day'],
  ])('%s is refused, and what was typed stays', async (_, from, to, sentence) => {
    const { status, text } = await enter('lin', 'emil', from, to)
    expect(status).toBe(422)
    expect(text).toContain(sentence)
    if (to) expect(text).toContain(`value="${to}"`)
  })

  test('of two who enter the same days at once, one is told that they are taken', async () => {
    const both = ['lin', 'amy'] as const
    const found = await Promise.all(both.map((name) => enter(name, 'lin', soon(5))))
    expect(found.map(({ status }) => status).toSorted()).toEqual([303, 422])
  })

  test('an absence out of reach is not there; one’s own is taken back, and counts no more', async () => {
    const suns = await idOf('sun')
    expect((await office.as('lin').post(`/absences/${suns}/drop`, {})).status).toBe(404)
    const emils = await idOf('emil')
    expect((await office.as('lin').post(`/absences/${emils}/drop`, {})).status).toBe(303)
    expect((await office.as('lin').post(`/absences/${emils}/drop`, {})).status).toBe(404)
    expect([...(await away()).keys()].toSorted()).toEqual(
      [office.people.sun, office.people.lin].toSorted(),
    )
    expect((await office.as('amy').get('/admin/audit?object=core.absence')).status).toBe(200)
  })
})
