import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMembers, withoutModule } from '../../../core/access/members.ts'
import { openModule } from '../../../flags/audience.ts'
import { contacts } from '../../../modules/contacts/module.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { makeAccount } from './make.ts'

let office: Office
let account: string
beforeAll(async () => {
  office = await openOffice({ locale: 'en' })
  const { departments, inScope } = office
  const sales = { kind: 'department', department: departments.sales, variant: 'write' } as const
  await inScope('amy', (scope) => openModule(scope, contacts, [sales], 'The pilot begins'))
  await until('emil has contacts', () =>
    inScope('emil', async ({ modules }) => modules.state('contacts') === 'write'),
  )
  account = await inScope('lin', (scope) =>
    makeAccount(scope, office.app.product.registry, { name: 'Half Open Ltd' }),
  )
})
afterAll(() => office?.close())

const path = () => `/contacts/accounts/${account}`

/** Does something as lin. @returns the page that follows, with what it says of it */
async function then(address: string, form: Record<string, string>): Promise<string> {
  const lin = office.as('lin')
  const answer = await lin.post(address, form)
  expect(answer.status).toBe(303)
  return (await lin.get(answer.headers.get('location') ?? '')).text()
}

test('those for whom the module is off are known by the flags, and nobody else is', async () => {
  const [off, everybody] = await office.inScope('lin', async (scope) => [
    await withoutModule(scope, 'contacts'),
    await readMembers(scope),
  ])
  const { emil, lin } = office.people
  expect(
    everybody
      .filter(({ id }) => !off.has(id))
      .map(({ id }) => id)
      .sort(),
  ).toEqual([emil, lin].sort())
})

test('whoever is asked for an owner reads beside each name who could not see it', async () => {
  const html = await (await office.as('amy').get(`${path()}/assign`)).text()
  expect(html, 'amy has no contacts herself').not.toContain('module not open')
  const choice = await (await office.as('lin').get(`${path()}/assign`)).text()
  expect(choice).toContain('孙悦 · module not open, cannot see it')
  expect(choice).not.toContain('艾米尔 ·')
  const all = await (await office.as('lin').get('/contacts/accounts/bulk?do=assign')).text()
  expect(all, 'for a whole list too').toContain('孙悦 · module not open, cannot see it')
})

test('sun, who has no contacts yet, is not said to see what she is given', async () => {
  const { sun, emil } = office.people
  const shared = await then(`${path()}/collaborators`, { person: sun })
  expect(shared).toContain('孙悦 is a collaborator now, but cannot see this record yet')
  expect(await then(`${path()}/collaborators`, { person: emil })).toContain(
    '艾米尔 may see and change',
  )
  const given = await then('/contacts/accounts/assign', { id: account, owner: sun })
  expect(given).toContain('1 record has a new owner, but 孙悦 cannot see')
  expect((await office.as('sun').get(path())).status, 'nor does she').toBe(404)
})
