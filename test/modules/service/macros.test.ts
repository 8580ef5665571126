import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Filling,
  fillIn,
  fillings,
  unknownIn,
} from '../../../modules/service/macros/filling.ts'
import { allMacros } from '../../../modules/service/macros/macros.ts'
import { usualStates } from '../../../modules/service/states/usual.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import { readTicket } from '../../../modules/service/tickets/ticket-record.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { fieldsOf } from '../../setup/page.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const place = '/service/macros'
const values: Filling = {
  ...{ customer: '周敏', number: 'T1', subject: '黑屏', product: '', account: '青禾' },
  ...{ me: '孙悦', company: '海港贸易' },
}

test('fields are filled by either word; what is missing is named and what is unknown is told', () => {
  const filled = fillIn('{{客户}} {{ Number }} {{产品}}{{nobody}}', values)
  expect(filled).toEqual({ text: '周敏 T1 {{nobody}}', missing: ['product'] })
  expect(unknownIn('{{客户}} {{nobody}} {{nobody}} {{}}')).toEqual(['nobody', ''])
})

test('whatever a customer is called, nothing in it is filled again, and text without braces stays', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (customer, text) => {
      const plain = text.replaceAll(/[{}]/g, '')
      expect(fillIn(plain, values).text).toBe(plain)
      expect(fillIn('{{customer}}', { ...values, customer }).text).toBe(customer)
    }),
  )
  const tricky = { ...values, customer: '{{company}} $& $1' }
  expect(fillIn('{{customer}}', tricky).text).toBe('{{company}} $& $1')
  expect(fillings.length).toBe(Object.keys(values).length)
})

async function keep(who: PersonName, typed: Record<string, string>): Promise<string> {
  const form = { kind: 'answer', who: 'me', _once: crypto.randomUUID(), ...typed }
  const answer = await office.as(who).post(place, form)
  expect(answer.status).toBe(303)
  const all = await office.inScope(who, allMacros)
  return all.find(({ name }) => name === typed.name)?.id ?? ''
}

const open = (who: PersonName) =>
  office.inScope(who, (scope) =>
    openTicket(scope, office.app.product.registry, {
      ...{ subject: '开机黑屏', text: '救命', channel: 'phone', fromName: '周敏' },
    }),
  )

const text = async (answer: Promise<Response>) => (await answer).text()
const solvedId = () =>
  office.inScope('amy', async (scope) => {
    const solved = usualStates(scope).find(({ type }) => type === 'solved')
    return solved?.id ?? ''
  })

test('sun keeps her own; what everybody uses, lin keeps, and a field nobody knows is refused beside the text', async () => {
  const wrong = await office.as('sun').post(place, { name: '问好', text: '{{nobody}} 您好' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('{{nobody}} 您好')
  const own = await keep('sun', { name: '我的问好', text: '{{客户}}，您好！' })
  const all = await keep('lin', { name: '大家的问好', text: '您好', who: 'all' })
  expect(await text(office.as('sun').get(place))).toContain('大家的问好')
  expect(await text(office.as('emil').get(place))).not.toContain('我的问好')
  expect((await office.as('lin').get(`${place}/${own}`)).status).toBe(404)
  expect((await office.as('sun').get(`${place}/${all}`)).status).toBe(404)
  expect((await office.as('sun').post(`${place}/${all}/remove`)).status).toBe(404)
  const shared = await keep('sun', { name: '偷偷共享', text: '您好', who: 'all' })
  expect(await text(office.as('emil').get(place))).not.toContain('偷偷共享')
  expect((await office.as('sun').get(`${place}/${shared}`)).status).toBe(200)
})

test('a macro is seen on the real ticket first, then writes, moves, tags and takes it in one go', async () => {
  const ticket = await open('sun')
  const at = `/service/tickets/${ticket.id}/macros`
  const macro = await keep('sun', {
    ...{ name: '解决并回访', text: '{{客户}}，工单 {{工单号}} 的{{产品}}已修好。', tag: '回访' },
    ...{ state: await solvedId(), priority: 'high', takes: 'on' },
  })
  const sun = office.as('sun')
  const preview = await text(sun.get(`${at}?macro=${macro}`))
  expect(preview).toContain(`周敏，工单 ${ticket.number} 的已修好。`)
  expect(preview).toContain('This ticket has no product')
  expect(preview).toContain('已解决')
  expect(preview, 'he called').toContain('no e-mail address of the customer is known')
  expect(preview).not.toContain('Send and do')
  const before = await office.inScope('sun', (scope) => readTicket(scope, ticket.id))
  expect(before.stateType).toBe('new')
  const form = {
    ...{ macro, seen: '1', version: String(before.version), text: '周敏，已修好。' },
    _once: crypto.randomUUID(),
  }
  expect((await sun.post(at, form)).status).toBe(303)
  expect((await sun.post(at, form)).status).toBe(303)
  const after = await office.inScope('sun', (scope) => readTicket(scope, ticket.id))
  expect(after).toMatchObject({ stateType: 'solved', values: { priority: 'high' } })
  expect(after.firstResponseAt).not.toBeNull()
  expect(after.tags.map(({ name }) => name)).toEqual(['回访'])
  const lines = await text(sun.get(`/service/tickets/${ticket.id}`))
  expect(lines.match(/used the macro/g)).toHaveLength(1)
})

test('a macro that was changed after it was seen, and a ticket changed meanwhile, are looked at again', async () => {
  const ticket = await open('sun')
  const at = `/service/tickets/${ticket.id}/macros`
  const macro = await keep('sun', { name: '加急', priority: 'urgent' })
  const { version } = await office.inScope('sun', (scope) => readTicket(scope, ticket.id))
  const use = (form: Record<string, string>) =>
    office.as('sun').post(at, { macro, version: String(version), seen: '1', ...form })
  expect((await use({ seen: '7' })).status).toBe(422)
  expect((await use({ version: String(version + 5) })).status).toBe(422)
  const untouched = await office.inScope('sun', (scope) => readTicket(scope, ticket.id))
  expect(untouched.values.priority).toBe('normal')
  expect((await use({})).status).toBe(303)
  expect((await office.as('emil').get(at)).status).toBe(404)
})

test('whoever answers by a saved reply past a colleague is told of them once, and may still send', async () => {
  const ticket = await open('sun')
  const at = `/service/tickets/${ticket.id}`
  const reply = await keep('sun', { name: '已收到', text: '{{客户}}，已收到。' })
  const answer = (who: PersonName) =>
    office.as(who).post(`${at}/messages`, { kind: 'answer', text: `${who}答复` })
  await answer('sun')
  const preview = () => text(office.as('sun').get(`${at}/macros?macro=${reply}`))
  const send = (page: string) =>
    office.as('sun').post(`${at}/macros`, { ...fieldsOf(page), text: '周敏，已收到。' })
  const seen = await preview()
  // The ticket waits for the customer already, so that this changes nothing but the conversation.
  await answer('amy')
  const refused = await send(seen)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('陈爱米')
  expect((await send(page)).status).toBe(303)
  expect(await text(office.as('sun').get(at))).toContain('周敏，已收到。')
})
