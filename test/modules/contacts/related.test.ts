import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostRelated, readAccount } from '../../../modules/contacts/accounts/account-record.ts'
import { writeAccounts } from '../../../modules/contacts/transfers/accounts.ts'
import { writePeople } from '../../../modules/contacts/transfers/people.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let mother: string
beforeAll(async () => {
  office = await openContactsOffice()
  const { registry } = office.app.product
  const numbers = Array.from({ length: 25 }, (_, at) => String(at + 1).padStart(2, '0'))
  await office.inScope('emil', async (scope) => {
    const firms = numbers.map((at) => ({ name: `Daughter ${at}`, parent: 'Mother' }))
    await writeAccounts(scope, registry, [{ name: 'Mother' }, ...firms], { mode: 'both' })
    const people = numbers.map((at) => ({ name: `Person ${at}`, account: 'Mother' }))
    await writePeople(scope, registry, people, { mode: 'both' })
  })
  const html = await (await office.as('emil').get('/contacts/accounts?q=Mother')).text()
  mother = /\/contacts\/accounts\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
})
afterAll(() => office?.close())

const page = async (path: string) => (await office.as('emil').get(path)).text()

test('of many contacts and subsidiaries the page shows the first twenty, and the way to all', async () => {
  const html = await page(`/contacts/accounts/${mother}`)
  for (const [name, list] of [
    ['Daughter', 'accounts'],
    ['Person', 'people'],
  ]) {
    for (const at of ['01', '20']) expect(html).toContain(`${name} ${at}`)
    expect(html).not.toContain(`${name} 21`)
    const all = `/contacts/${list}?account=${mother}`
    expect(html).toContain(`href="${all}"`)
    expect(await page(all)).toMatch(/data-testid="total"[^>]*>\s*25/)
  }
  expect(html).toContain('Show all 25')
})

test('of very many, no more than a thousand are counted for the page', async () => {
  const { registry } = office.app.product
  await office.inScope('emil', async (scope) => {
    const rows = Array.from({ length: mostRelated + 20 }, (_, at) => ({
      ...{ name: `Grandchild ${at}`, parent: 'Daughter 01' },
    }))
    for (let at = 0; at < rows.length; at += 500)
      await writeAccounts(scope, registry, rows.slice(at, at + 500), { mode: 'both' })
  })
  const html = await page(`/contacts/accounts?q=${encodeURIComponent('Daughter 01')}`)
  const daughter = /\/contacts\/accounts\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
  const read = await office.inScope('emil', (scope) => readAccount(scope, daughter))
  expect(read.children.count).toBe(mostRelated + 1)
  expect(read.children.first).toHaveLength(20)
  expect(await page(`/contacts/accounts/${daughter}`)).toContain('Show all 1,000+')
})

test('the subsidiaries of a firm out of reach are listed to nobody', async () => {
  await office.inScope('amy', async (scope) => {
    const { registry } = office.app.product
    const rows = [
      { name: 'Far', owner: '孙悦' },
      { name: 'Near', parent: 'Far', owner: '艾米尔' },
    ]
    await writeAccounts(scope, registry, rows, { mode: 'both' })
  })
  const html = await (await office.as('amy').get('/contacts/accounts?q=Far')).text()
  const far = /\/contacts\/accounts\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
  expect(await (await office.as('amy').get(`/contacts/accounts?account=${far}`)).text()).toContain(
    'Near',
  )
  expect(await page(`/contacts/accounts?account=${far}`)).not.toContain('Near')
})
