import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, createPerson, linkAccount } from '../../../modules/contacts/public.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { Office } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
let account: string
let person: string
const none = {
  ...{ mobile: null, phone: null, wechat: null, region: null, source: null, about: null },
  title: null,
}
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
  const { registry } = office.app.product
  await office.inScope('sun', async (scope) => {
    account = await createAccount(scope, registry, {
      values: { name: '青禾包装' } as never,
      parent: null,
    })
    person = await createPerson(
      scope,
      registry,
      { ...none, name: '周敏', email: 'zhou@qinghe.example' } as never,
      null,
    )
    await linkAccount(scope, registry, person, { accountId: account, role: '' })
  })
})
afterAll(() => office?.close())

test('a ticket of a contact is for the account they work for, and stands on both pages', async () => {
  const sun = office.as('sun')
  const form = await (await sun.get(`/service/tickets/new?person=${person}`)).text()
  expect(form).toContain('value="周敏"')
  const made = await sun.post('/service/tickets', {
    ...{ name: '标签打印偏移', person: '周敏', text: '偏了两毫米', _once: crypto.randomUUID() },
  })
  expect(made.status).toBe(303)
  for (const page of [`/contacts/accounts/${account}`, `/contacts/people/${person}`])
    expect(await (await sun.get(page)).text()).toContain('标签打印偏移')
  expect(await (await sun.get(`/service/tickets?account=${account}`)).text()).toContain('标签打印')
  const at = made.headers.get('location') ?? ''
  expect(await (await sun.get(at)).text()).toContain(`/contacts/accounts/${account}`)
})

test('what a customer called themselves is read by who may not see the contact, and nothing else of it', async () => {
  const { registry } = office.app.product
  const mobile = { text: '13912345678', digits: ['8613912345678'] }
  const contact = await office.inScope('emil', (scope) =>
    createPerson(
      scope,
      registry,
      { ...none, name: '赵宁', mobile, email: 'z@own.example' } as never,
      null,
    ),
  )
  const { id } = await office.inScope('amy', (scope) =>
    openTicket(scope, registry, {
      ...{ subject: '齿轮异响', channel: 'mail', personId: contact },
      ...{ fromName: '赵工', fromAddress: 'zhao@gear.example' },
      place: { ownerId: office.people.sun, departmentId: office.departments.service },
    }),
  )
  const page = await (await office.as('sun').get(`/service/tickets/${id}`)).text()
  expect(page).toContain('赵工 · zhao@gear.example')
  for (const hidden of ['赵宁', '13912345678', 'z@own.example', '/contacts/people/'])
    expect(page).not.toContain(hidden)
  expect(await (await office.as('amy').get(`/service/tickets/${id}`)).text()).toContain('赵宁</a>')
})

test('programs open, read and move tickets as their people do', async () => {
  const [sun, emil] = await Promise.all(
    (['sun', 'emil'] as const).map((name) => programOf(office.app, office, name)),
  )
  const made = await sun?.post('/tickets', {
    ...{ name: 'Toner leaks', priority: 'urgent', text: 'It is everywhere', personId: person },
  })
  expect(made?.status).toBe(201)
  expect(made?.body).toMatchObject({
    ...{ priority: 'urgent', stateType: 'new', channel: 'api', personName: '周敏' },
    accountName: '青禾包装',
  })
  const list = await sun?.get('/tickets?priority=urgent&progress=undone')
  expect(list?.body).toMatchObject({ total: 1, items: [{ name: 'Toner leaks' }] })
  expect((await emil?.get(`/tickets/${made?.body.id}`))?.status).toBe(404)
  const wrong = await sun?.post('/tickets', { name: 'X', stateId: crypto.randomUUID() })
  expect(wrong?.status).toBe(422)
})

test('the owner is told when the customer writes again, and not of what they wrote down themselves', async () => {
  const { registry } = office.app.product
  const say = (who: 'sun' | 'amy', id: string) =>
    office.inScope(who, (scope) =>
      addMessage(scope, registry, id, { kind: 'customer', text: '请尽快', channel: 'mail' }),
    )
  const { id } = await office.inScope('sun', (scope) =>
    openTicket(scope, registry, { subject: '催单', channel: 'mail' }),
  )
  await say('sun', id)
  const told = async () => (await (await office.as('sun').get('/notifications')).text()) ?? ''
  expect(await told()).not.toContain('催单')
  await say('amy', id)
  expect(await told()).toContain('催单')
})

test('amy renames a state; the last of its meaning stays in use; sun may do neither', async () => {
  const amy = office.as('amy')
  const page = await (await amy.get('/service/states')).text()
  const [id] = [...page.matchAll(/\/service\/states\/([0-9a-f-]{36})"/g)].map(([, one]) => one)
  await amy.post(`/service/states/${id}`, { name: '待受理' })
  expect(await (await amy.get('/service/states')).text()).toContain('待受理')
  await amy.post(`/service/states/${id}/hide`, {})
  expect(await (await amy.get('/service/states')).text()).not.toContain('已停用')
  await amy.post('/service/states', { name: '待分派', type: 'new', _once: crypto.randomUUID() })
  const twin = { name: ' 待分派', type: 'open', _once: crypto.randomUUID() }
  expect((await amy.post('/service/states', twin)).status, 'no two are called alike').toBe(422)
  await amy.post(`/service/states/${id}/hide`, {})
  expect(await (await amy.get('/service/states')).text()).toContain('>启用<')
  expect((await amy.post('/service/states', { name: '', type: 'new' })).status).toBe(422)
  expect((await office.as('sun').get('/service/states')).status).toBe(404)
  expect((await amy.post('/service/categories', { name: '安装' })).status).toBe(303)
  expect(await (await amy.get('/service/tickets/new')).text()).toContain('安装')
})
