import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { rowsOf } from '../../setup/page.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
let account: string
let other: string
beforeAll(async () => {
  office = await openContactsOffice()
  const { registry } = office.app.product
  ;[account, other] = await office.inScope('emil', async (scope) => {
    const made = await makeAccount(scope, registry, { name: 'Shared Tools' })
    await makePerson(scope, registry, { name: 'A buyer' }, made)
    return [made, await makeAccount(scope, registry, { name: 'Unshared Tools' })]
  })
})
afterAll(() => office?.close())

const path = () => `/contacts/accounts/${account}`
const page = async (who: PersonName, address: string) => (await office.as(who).get(address)).text()
const share = (who: PersonName, person: PersonName, deed = '') =>
  office.as(who).post(`${path()}/collaborators${deed}`, { person: office.people[person] })

/** How sun, of another department, meets the account on every surface. */
async function surfaces() {
  const sun = office.as('sun')
  const list = await page('sun', '/contacts/accounts')
  return {
    record: (await sun.get(path())).status,
    form: (await sun.get(`${path()}/edit`)).status,
    listed: rowsOf(list).length,
    total: /data-testid="total"[^>]*>([^<]*)/.exec(list)?.[1]?.trim(),
    found: (await page('sun', '/contacts/accounts?q=Shared')).includes('Shared Tools'),
    palette: (await page('sun', '/search/palette?q=Shared')).includes('Shared Tools'),
    followedUp: (
      await sun.post('/contacts/follow-ups', {
        ...{ object: 'contacts.account', record: account, kind: 'call', text: 'By sun' },
      })
    ).status,
  }
}

const out = {
  ...{ record: 404, form: 404, listed: 0, total: undefined },
  ...{ found: false, palette: false, followedUp: 404 },
}
const inside = {
  ...{ record: 200, form: 200, listed: 1, total: '1 in all' },
  ...{ found: true, palette: true, followedUp: 303 },
}

test('sun sees and changes what she collaborates on, everywhere, and nothing else of emil’s', async () => {
  expect(await surfaces()).toEqual(out)
  expect((await share('emil', 'sun')).status).toBe(303)
  const { total, ...seen } = await surfaces()
  const { total: _, ...wanted } = inside
  expect(seen).toEqual(wanted)
  expect(total).toContain('1')
  expect((await office.as('sun').get(`/contacts/accounts/${other}`)).status).toBe(404)
  expect((await office.as('sun').get(`${path()}/assign`)).status, 'not given away').toBe(404)
  expect((await share('sun', 'tara')).status, 'nor shared further').toBe(404)
  const told = await page('sun', '/notifications')
  for (const words of ['艾米尔', 'lets you work on', 'Shared Tools']) expect(told).toContain(words)
  expect(await page('emil', path())).toContain('made 孙悦 a collaborator')
})

test('taken off, she sees nothing of it any more', async () => {
  expect((await share('emil', 'sun', '/remove')).status).toBe(303)
  expect(await surfaces()).toEqual(out)
  expect(await page('sun', '/notifications')).not.toContain('Shared Tools')
})

test('nobody shares what they may not give away, nor with who cannot work here', async () => {
  expect((await share('sun', 'sun')).status).toBe(404)
  await share('emil', 'tara')
  expect(await page('emil', path())).not.toContain('made 唐塔拉 a collaborator')
  expect((await office.as('tara').get(path())).status).toBe(404)
})

test('whom a note or a follow-up calls is told, if they may see the record; the writer hears who was not', async () => {
  const note = await office
    .as('emil')
    .post(`${path()}/notes`, { body: '@林岚 please look, and ＠孙悦 too' })
  const flash = decodeURIComponent(note.headers.get('set-cookie') ?? '')
  expect(Buffer.from(/flash=([^;]*)/.exec(flash)?.[1] ?? '', 'base64url').toString()).toContain(
    '孙悦',
  )
  expect(await page('lin', '/notifications')).toContain('please look')
  expect(await page('sun', '/notifications')).not.toContain('please look')
  await office.as('emil').post('/contacts/follow-ups', {
    ...{
      object: 'contacts.account',
      record: account,
      kind: 'call',
      text: '@艾米尔 note to self, @林岚',
    },
  })
  expect(await page('emil', '/notifications')).not.toContain('note to self')
  expect(await page('lin', '/notifications')).toContain('note to self')
})
