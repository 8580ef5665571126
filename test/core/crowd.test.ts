import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PersonName, password, peopleCast } from '../setup/cast.ts'
import { type Office, openOffice } from '../setup/office.ts'
import { ageSessions, query } from '../setup/query.ts'

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
  const { people, company } = office
  await query(
    office,
    (sql) => sql`insert into core.user_roles (company_id, user_id, role)
      select ${company}, id, 'admin' from core.users where company_id = ${company}
      on conflict do nothing`,
  )
  const names = Object.keys(people) as PersonName[]
  // As many browsers of each as the count of tries allows at one moment.
  const visitors = names.flatMap((name) => Array.from({ length: 4 }, () => office.as(name)))
  for (const visitor of visitors) await visitor.get('/')
  await ageSessions(office, { started: '11 minutes' })
  const path = `/admin/people/${people.sun}/link`
  const answers = await Promise.all(visitors.map((one) => one.post(path, { confirm: password })))
  expect(answers.map(({ status }) => status)).toEqual(visitors.map(() => 303))
})
