import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../core/db/id.ts'
import { openContactsOffice } from '../modules/contacts/contacts-office.ts'
import { makeAccount, makePerson } from '../modules/contacts/make.ts'
import type { Office } from '../setup/office.ts'

let office: Office
let accounts: string[]
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

beforeEach(async () => {
  const { registry } = office.app.product
  accounts = await office.inScope('emil', async (scope) => {
    await scope.db.execute(sql`update contacts.accounts set owner_id = null`)
    await scope.db.execute(sql`update contacts.people set owner_id = null`)
    const one = await makeAccount(scope, registry, {
      name: '星河',
      industry: '机械',
      about: '老客户',
    })
    const two = await makeAccount(scope, registry, { name: '大江' })
    await makePerson(scope, registry, { name: '王小明' }, one)
    await scope.db.execute(sql`delete from contacts.tasks`)
    for (const done of [false, true])
      await scope.db.execute(sql`
        insert into contacts.tasks (company_id, id, title, due_on, owner_id, department_id, done_at)
        values (${scope.company.id}, ${newId()}, 'call', '2026-12-01', ${scope.user.id},
          ${scope.user.departmentId}, ${done ? sql`now()` : null})`)
    return [one, two]
  })
})

const rows = () =>
  office.inScope('amy', ({ db }) =>
    db.execute(sql`
      select id, name, industry, about, owner_id as owner, department_id as department
      from contacts.accounts where id = any(${sql.param(accounts)}::uuid[]) order by id`),
  )

const page = async (path: string) => (await office.as('amy').get(path)).text()
const { stringify } = JSON

/** Hands all of Emil's to Sun. @returns the address of the receipt */
async function hand(): Promise<string> {
  const { emil, sun } = office.people
  const path = `/admin/people/${emil}/hand-over`
  const answer = await office.as('amy').post(path, { to: sun, note: '离职交接' })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('all that emil has goes to sun in one act; nothing else of it changes, and each record says so', async () => {
  const before = await rows()
  const receipt = await hand()
  const { people, departments } = office
  expect(await rows()).toEqual(
    before.map((row) => ({ ...row, owner: people.sun, department: departments.service })),
  )
  const html = await page(receipt)
  for (const shown of ['艾米尔', '孙悦', '陈爱米', '离职交接', '星河', '大江', '王小明'])
    expect(html).toContain(shown)
  expect(html).toMatch(/Accounts<\/th><td>2/)
  expect(html).toMatch(/Open tasks<\/th><td>1/)
  expect(html).toMatch(/Total<\/th><td>4/)
  const told = await (await office.as('sun').get(`/contacts/accounts/${accounts[0]}`)).text()
  expect(told).toContain('gave it to 孙悦')
})

test('taken back by the receipt, what sun still has is emil’s again, in his department', async () => {
  const before = await rows()
  const receipt = await hand()
  const form = { id: accounts[1] as string, owner: office.people.lin }
  expect((await office.as('sun').post('/contacts/accounts/assign', form)).status).toBe(303)
  expect((await office.as('amy').post(`${receipt}/undo`)).status).toBe(303)
  const [one, two] = await rows()
  expect(one).toEqual(before[0])
  expect(two?.owner, 'it had gone on to lin').toBe(office.people.lin)
  expect(await page(receipt)).toContain('3 of the records went back')
  const again = await rows()
  await office.as('amy').post(`${receipt}/undo`)
  expect(stringify(await rows()), 'a second time does nothing').toBe(stringify(again))
})

test('when somebody who has records is disabled, their hand-over is what comes next', async () => {
  const { emil, tara } = office.people
  const kept = await office.as('amy').post(`/admin/people/${tara}/disable`)
  expect(kept.headers.get('location')).toBe(`/admin/people/${tara}`)
  const answer = await office.as('amy').post(`/admin/people/${emil}/disable`)
  expect(answer.headers.get('location')).toBe(`/admin/people/${emil}/hand-over`)
  expect(await page(`/admin/people/${emil}/hand-over`)).toContain('Hand over what 艾米尔 has')
  await hand()
  expect(await page(`/admin/people/${emil}`)).toContain('Hand-over receipt')
  for (const id of [emil, tara]) await office.as('amy').post(`/admin/people/${id}/enable`)
})

test.each([
  ['nobody', ''],
  ['what is no id', 'x'],
  ['themselves', 'emil'],
])('nothing is handed to %s', async (_, to) => {
  const { emil } = office.people
  const before = await rows()
  const form = { to: to === 'emil' ? emil : to }
  expect((await office.as('amy').post(`/admin/people/${emil}/hand-over`, form)).status).toBe(422)
  expect(await rows()).toEqual(before)
})

test('sent twice it is one receipt; and it is nobody’s business but an administrator’s', async () => {
  const { emil, sun } = office.people
  const path = `/admin/people/${emil}/hand-over`
  const once = /name="_once" value="([^"]+)"/.exec(await page(path))?.[1] ?? ''
  const amy = office.as('amy')
  const [first, second] = [
    await amy.post(path, { to: sun, _once: once }),
    await amy.post(path, { to: sun, _once: once }),
  ]
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  const receipt = first.headers.get('location') ?? ''
  for (const who of ['lin', 'emil', 'tara'] as const)
    for (const address of [path, receipt])
      expect((await office.as(who).get(address)).status, `${who} ${address}`).toBe(404)
})
