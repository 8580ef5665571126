import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, peopleCast } from '../setup/cast.ts'
import { type Office, openOffice } from '../setup/office.ts'
import { ageSessions } from '../setup/query.ts'

/** More people at one moment than the product has connections to its database. */
const crowd = 40

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test.each([
  ['the start page, which names whom to ask', '/', 200],
  ['a module that is off, whose page names whom to ask', '/contacts/accounts', 404],
])(
  'a crowd opens %s, and nobody waits for a connection somebody else holds',
  async (_, path, status) => {
    const emil = office.as('emil')
    await emil.get('/')
    const answers = await Promise.all(Array.from({ length: crowd }, () => emil.get(path)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(crowd).fill(status))
    expect(await answers.at(-1)?.text()).toContain(peopleCast.amy.name)
  },
)

test('a crowd shows its passwords again at one moment, and each is let through', async () => {
  const amys = Array.from({ length: crowd }, () => office.as('amy'))
  for (const amy of amys) await amy.get('/')
  await ageSessions(office, { started: '11 minutes' })
  const path = `/admin/people/${office.people.sun}/link`
  const answers = await Promise.all(amys.map((amy) => amy.post(path, { confirm: password })))
  expect(answers.map(({ status }) => status)).toEqual(Array(crowd).fill(303))
})
