import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { fill, seedsOf } from '../../../core/seed/fill.ts'
import { service } from '../../../modules/service/module.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import { type Address, addressesOf } from '../../contract/addresses.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { hiddenOf } from '../../setup/page.ts'
import { openServiceOffice, switchServiceOn } from './service-office.ts'

let office: Office
let valley: Firm
let eyes: Pool
let addresses: Address[]
beforeAll(async () => {
  office = await openServiceOffice()
  valley = await office.another()
  await switchServiceOn(valley)
  eyes = openPool(office.database.admin, 1)
  for (const [key, seed] of seedsOf([service]))
    await fill(office.app.product, office.company, seed, key === 'tickets' ? 20 : 2, 5)
  // Nobody of Sales has to do with any of it.
  await eyes`
    update service.tickets set department_id = ${office.departments.service}, owner_id = ${office.people.sun}`
  addresses = await addressesOf({ eyes, company: office.company } as never, service)
})
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

const ask = (
  firm: Firm,
  who: PersonName,
  { method, path }: Address,
  form: Record<string, string> = { version: '1' },
) => (method === 'GET' ? firm.as(who).get(path) : firm.as(who).post(path, form))

const isOfOne = ({ route }: Address) => route.includes('/:id')

test('what is another company’s is nowhere, at whatever address', async () => {
  const ofOne = addresses.filter(isOfOne)
  expect(ofOne.length).toBeGreaterThan(80)
  for (const address of ofOne)
    expect((await ask(valley, 'amy', address)).status, `${address.method} ${address.route}`).toBe(
      404,
    )
})

test('what is another department’s is nowhere either', async () => {
  const ofOne = addresses
    .filter(isOfOne)
    .filter(({ route }) => /^\/service\/(tickets|messages|checkpoints|ticket-links)\//.test(route))
  expect(ofOne.length).toBeGreaterThan(30)
  for (const address of ofOne)
    expect((await ask(office, 'emil', address)).status, `${address.method} ${address.route}`).toBe(
      404,
    )
})

/** Whatever a form of this module may ask for. */
const names = [
  ...['text', 'name', 'subject', 'kind', 'number', 'reference', 'product', 'person', 'account'],
  ...['next', 'seen', 'state', 'macro', 'category', 'priority', 'type', 'comment', 'helped'],
  ...['address', 'username', 'password', 'imapHost', 'smtpHost', 'imapPort', 'folder', 'word'],
  ...['consent', 'cause', 'rootCause', 'prevention', 'serial', 'warrantyUntil', 'score', 'note'],
  ...['params', 'columns', 'department', 'owner', 'tag', 'reason', 'version', 'language', 'body'],
  ...['monday', 'firstMinutes', 'levels', 'days', 'closingDays', 'outOfHours', 'grade', 'answer'],
]

const each = (value: string) => Object.fromEntries(names.map((name) => [name, value]))

test.each<[string, Record<string, string>]>([
  ['NUL in every field', each('a\0b')],
  ['half a megabyte over all fields', each('x'.repeat(8_000))],
  ['a megabyte in one', { kind: 'note', name: 'x', subject: 'x', text: 'x'.repeat(1_000_000) }],
  ['half a pair in every field', each('\ud800')],
  ['a number past all in every field', each('9'.repeat(40))],
])('%s breaks nothing', async (_, form) => {
  for (const address of addresses.filter(({ method }) => method === 'POST')) {
    const answer = await ask(office, 'amy', address, form)
    expect(answer.status, `${address.method} ${address.route}`).toBeLessThan(500)
  }
})

test('NUL and nonsense in an address break no page', async () => {
  const query = names.map((name) => `${name}=a%00b`).join('&')
  for (const address of addresses.filter(({ method }) => method === 'GET'))
    for (const more of [query, 'messages=%00&before=x&rated=low,,x,y&due=%00&q=%00'])
      expect(
        (await office.as('amy').get(`${address.path}?${more}`)).status,
        address.route,
      ).toBeLessThan(500)
})

test('of two who send at the very same moment one answers, and the other is told', async () => {
  const { id } = await office.inScope('sun', (scope) =>
    openTicket(scope, office.app.product.registry, {
      ...{ subject: 'Screen stays black', channel: 'mail', text: 'Black.' },
      place: { ownerId: null, departmentId: office.departments.service ?? null },
    }),
  )
  const at = `/service/tickets/${id}`
  const seen = hiddenOf(await (await office.as('sun').get(at)).text(), 'seen')
  const send = (who: PersonName) =>
    office.as(who).post(`${at}/messages`, {
      ...{ _once: crypto.randomUUID(), kind: 'answer', text: `From ${who}`, seen },
    })
  const answers = await Promise.all([send('sun'), send('amy')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
  const rows = await eyes`select from service.messages where ticket_id = ${id} and kind = 'answer'`
  expect(rows).toHaveLength(1)
})
