import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logActivities } from '../../../modules/contacts/activities/activities.ts'
import { readLead } from '../../../modules/sales/leads/lead-record.ts'
import { createLead } from '../../../modules/sales/leads/leads.ts'
import { readPools } from '../../../modules/sales/pool/pools.ts'
import { firstRound, type Round, returnOverdue } from '../../../modules/sales/pool/returning.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
let pool: string
beforeAll(async () => {
  office = await openSalesOffice({ locale: 'zh-CN' })
  const form = {
    ...{ name: '华北公海', department: office.departments.sales, followDays: '10', warnDays: '3' },
    ...{ cooldownDays: '7', personCap: '3', hidden: ['phone', 'email'], levels: 'A 30 180\nB -' },
  }
  const answer = await office.as('amy').post('/sales/pool/pools', {
    ...{ ...form, _once: crypto.randomUUID() },
  })
  expect(answer.status).toBe(303)
  pool = (await office.inScope('amy', readPools))[0]?.id ?? ''
})
afterAll(() => office?.close())

const place = '/sales/pool'
const day = 24 * 60 * 60 * 1000

const nothing = {
  ...{ person: null, title: null, phone: null, email: null, wechat: null, website: null },
  ...{ industry: null, region: null, source: null, status: null, about: null },
}
let digits = 13900000000
const lead = (name: string, who: PersonName = 'emil') =>
  office.inScope(who, (scope) => {
    const number = String(digits++)
    const mobile = { text: number, e164: `+86${number}`, digits: `86${number}` }
    return createLead(scope, office.app.product.registry, { ...nothing, name, mobile })
  })

const ownerOf = (id: string) =>
  office.inScope('amy', async (scope) => (await readLead(scope, id)).owner?.name)

const release = (id: string, who: PersonName = 'emil') =>
  office.as(who).post(`${place}/release`, { of: 'leads', id, pool })
const claim = (id: string, who: PersonName) =>
  office.as(who).post(`${place}/claim`, { of: 'leads', id })

/** Goes through the pools as on a day so many days from now. */
async function later(days: number): Promise<void> {
  for (let round: Round | undefined = firstRound; round; ) {
    const at: Round = round
    round = await office.inScope('amy', (scope) =>
      returnOverdue(
        { ...scope, now: () => new Date(scope.now().getTime() + days * day) },
        office.app.product.registry,
        at,
      ),
    )
  }
}

test('the settings are kept as they were written, and wrong ones are refused beside their fields', async () => {
  const amy = office.as('amy')
  const page = await (await amy.get(`${place}/pools/${pool}`)).text()
  expect(page).toContain('A 30 180\nB - -')
  const wrong = await amy.post(`${place}/pools`, { name: '', followDays: '0', levels: 'A many' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('A many')
  expect(await office.inScope('amy', readPools)).toHaveLength(1)
  expect((await office.as('emil').get(`${place}/pools`)).status).toBe(404)
})

test('the place where its records stand is no department that anybody sees or opens', async () => {
  const amy = office.as('amy')
  const [known] = await office.inScope('amy', readPools)
  expect(await (await amy.get('/admin/departments')).text()).not.toContain(known?.name ?? '')
  expect((await amy.post(`/admin/departments/${known?.placeId}/restore`)).status).toBe(404)
})

test('what emil lets go lies in the pool, where lin finds it without its number, and nowhere else', async () => {
  const id = await lead('唐山宏达钢铁有限公司')
  const number = String(digits - 1)
  expect((await release(id)).status).toBe(303)
  const shown = await (await office.as('lin').get(`${place}?of=leads`)).text()
  expect(shown).toContain('唐山宏达钢铁有限公司')
  expect(shown).toContain('after claiming')
  expect(shown).not.toContain(number)
  const probed = await (await office.as('lin').get(`${place}?of=leads&q=${number}`)).text()
  expect(probed).not.toContain('唐山宏达')
  for (const who of ['emil', 'lin'] as const) {
    expect((await office.as(who).get(`/sales/leads/${id}`)).status).toBe(404)
    expect(await (await office.as(who).get('/sales/leads')).text()).not.toContain('唐山宏达')
    expect(await (await office.as(who).get('/search?q=唐山宏达')).text()).not.toContain(id)
  }
  expect(await (await office.as('sun').get(place)).text()).not.toContain('唐山宏达')
  expect((await claim(id, 'sun')).status).toBe(303)
  expect(await ownerOf(id)).toBeUndefined()
})

test('the former owner has to wait, another may claim at once, and history tells all of it', async () => {
  const id = await lead('保定长城电器有限公司')
  await release(id)
  await claim(id, 'emil')
  expect(await ownerOf(id)).toBeUndefined()
  const answer = await claim(id, 'lin')
  expect(answer.headers.get('location')).toBe(`/sales/leads/${id}`)
  expect(await ownerOf(id)).toBe('林岚')
  const page = await (await office.as('lin').get(`/sales/leads/${id}`)).text()
  expect(page).toContain('claimed it from the pool 华北公海')
  expect(page).toContain('released it to the pool 华北公海')
  expect(page).toContain(String(digits - 1).slice(-4))
})

test('of two who claim one record at once, one has it and the other is told', async () => {
  const id = await lead('廊坊明日家具有限公司', 'lin')
  await release(id, 'lin')
  const answers = await Promise.all([claim(id, 'emil'), claim(id, 'amy')])
  const places = answers.map((answer) => answer.headers.get('location'))
  expect(places.filter((to) => to === `/sales/leads/${id}`)).toHaveLength(1)
  expect(places.filter((to) => to === `${place}?of=leads`)).toHaveLength(1)
  const moves = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select from sales.pool_moves where record_id = ${id} and deed = 'claimed'`),
  )
  expect(moves).toHaveLength(1)
})

test('nobody claims more than they may hold, and is not given more either', async () => {
  for (const name of ['一号', '二号', '三号']) await lead(`沧州${name}机械厂`)
  const id = await lead('沧州四号机械厂', 'lin')
  await release(id, 'lin')
  expect((await claim(id, 'emil')).headers.get('location')).toBe(`${place}?of=leads`)
  const form = { of: 'leads', id, person: office.people.emil }
  const given = await office.as('amy').post(`${place}/assign`, form)
  expect(given.status).toBe(422)
  expect(await given.text()).toContain('每人最多负责 3 条')
  expect(await ownerOf(id)).toBeUndefined()
})

test('what nobody follows up is warned about once, then goes back; a follow-up keeps it', async () => {
  const { registry } = office.app.product
  const [idle, kept] = [await lead('张家口风能有限公司', 'lin'), await lead('承德避暑酒店', 'lin')]
  await later(9)
  await later(9)
  const told = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select from core.notifications where kind = 'sales.pool-warned'
      and record_id in (${idle}, ${kept})`),
  )
  expect(told).toHaveLength(2)
  await office.inScope('lin', (scope) =>
    logActivities(scope, registry, [
      {
        ...{ object: 'sales.lead', recordId: kept, kind: 'call' as const, body: '聊了报价' },
        ...{ happenedAt: new Date(scope.now().getTime() + 9 * day), ownerId: scope.user.id },
        departmentId: scope.user.departmentId,
      },
    ]),
  )
  await later(18)
  expect(await ownerOf(idle)).toBeUndefined()
  expect(await ownerOf(kept)).toBe('林岚')
  const shown = await (await office.as('emil').get(`${place}?of=leads&q=张家口`)).text()
  expect(shown).toContain('张家口风能有限公司')
})
