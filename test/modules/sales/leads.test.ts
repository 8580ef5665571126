import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, personKind } from '../../../modules/contacts/public.ts'
import { accountFromLead } from '../../../modules/sales/leads/becoming.ts'
import { convertLead } from '../../../modules/sales/leads/converting.ts'
import { readLead } from '../../../modules/sales/leads/lead-record.ts'
import { leadTransfer } from '../../../modules/sales/leads/lead-transfer.ts'
import type { LeadInput } from '../../../modules/sales/leads/leads.ts'
import { createLead } from '../../../modules/sales/leads/leads.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { programOf } from '../../setup/program.ts'
import { openSalesOffice } from './sales-office.ts'

let office: Office
beforeAll(async () => {
  office = await openSalesOffice({ locale: 'zh-CN' })
})
afterAll(() => office?.close())

const place = '/sales/leads'

const nothing = {
  ...{ person: null, title: null, mobile: null, phone: null, email: null, wechat: null },
  ...{ website: null, industry: null, region: null, source: null, status: null, about: null },
}

const mobile = (digits: string) => ({ text: digits, e164: `+86${digits}`, digits: `86${digits}` })

const lead = (values: Partial<LeadInput> & { name: string }, who: PersonName = 'emil') =>
  office.inScope(who, (scope) =>
    createLead(scope, office.app.product.registry, { ...nothing, ...values }),
  )

const stored = (id: string) => office.inScope('amy', (scope) => readLead(scope, id))

const count = (table: ReturnType<typeof sql>) =>
  office.inScope('amy', async ({ db, company }) => {
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${table} where company_id = ${company.id}`,
    )
    return row?.count ?? 0
  })

const convert = (id: string, who: PersonName, form: Record<string, string>) =>
  office.as(who).post(`${place}/${id}/convert`, { _once: crypto.randomUUID(), ...form })

test('emil notes a lead, finds it by pinyin, and sun of another department never hears of it', async () => {
  const emil = office.as('emil')
  const answer = await emil.post(place, {
    ...{ name: '杭州青禾包装有限公司', person: '周敏', mobile: '138 0013 8000', source: '展会' },
    ...{ status: 'new', _once: crypto.randomUUID() },
  })
  expect(answer.status).toBe(303)
  const at = answer.headers.get('location') ?? ''
  expect(await (await emil.get(at)).text()).toContain('>New</span>')
  expect(await (await emil.get(`${place}?q=qinghe`)).text()).toContain('杭州青禾包装有限公司')
  expect(await (await emil.get(`${place}?state=new`)).text()).toContain('杭州青禾包装有限公司')
  expect(await (await emil.get(`${place}?state=unfit`)).text()).not.toContain('杭州青禾')
  const sun = office.as('sun')
  expect((await sun.get(at)).status).toBe(404)
  expect((await sun.get(`${at}/convert`)).status).toBe(404)
  expect(await (await sun.get(place)).text()).not.toContain('杭州青禾')
  expect((await office.as('tara').get(place)).status).toBe(404)
})

test('what is wrong is said beside its field, and what was typed stays', async () => {
  const page = await office.as('emil').post(place, { name: '', email: 'no address', person: '周' })
  expect(page.status).toBe(422)
  const text = await page.text()
  expect(text).toContain('value="no address"')
  expect(text).toContain('value="周"')
  expect(await count(sql`sales.leads`)).toBe(1)
})

test('a lead like a customer of somebody else is told of, by no more than a masked name', async () => {
  await office.inScope('sun', (scope) =>
    createAccount(scope, office.app.product.registry, {
      values: accountFromLead('深圳蓝海电子有限公司', { ...nothing, name: '', phone: null }),
      parent: null,
    }),
  )
  const form = { name: '深圳蓝海电子有限公司', _once: crypto.randomUUID() }
  const asked = await office.as('emil').post(place, form)
  expect(asked.status).toBe(422)
  const text = await asked.text()
  expect(text).toContain('data-testid="similar"')
  expect(text).not.toContain('深圳蓝海电子有限公司</a>')
  const anyway = await office.as('emil').post(place, { ...form, anyway: 'on' })
  expect(anyway.status).toBe(303)
})

test('one step makes an account and a contact that know each other, and the lead leads to both', async () => {
  const id = await lead({
    ...{
      name: '苏州恒力轴承有限公司',
      person: '何伟',
      title: '厂长',
      mobile: mobile('13911112222'),
    },
    ...{ email: 'he@hengli.example', source: '官网' },
  })
  const form = {
    ...{ accountId: 'new', account: '苏州恒力轴承有限公司', personId: 'new' },
    ...{ deal: '1', dealName: '轴承样品', dealAmount: '12.8万' },
  }
  const answer = await convert(id, 'emil', form)
  expect(answer.headers.get('location')).toBe(`${place}/${id}`)
  const { account, contact, deal, convertedAt } = await stored(id)
  expect(deal?.name).toBe('轴承样品')
  const sold = await (await office.as('emil').get(`/sales/deals/${deal?.id}`)).text()
  expect(sold).toContain('128,000')
  expect(sold).toContain('苏州恒力轴承有限公司')
  expect(sold).toContain(`href="${place}/${id}"`)
  expect(account?.name).toBe('苏州恒力轴承有限公司')
  expect(contact?.name).toBe('何伟')
  expect(convertedAt).not.toBeNull()
  const emil = office.as('emil')
  const person = await (await emil.get(`${personKind.href}/${contact?.id}`)).text()
  expect(person).toContain('苏州恒力轴承有限公司')
  expect(person).toContain('厂长')
  expect(person).toContain(`href="${place}/${id}"`)
  const page = await (await emil.get(`${place}/${id}`)).text()
  expect(page).toContain('>Converted</span>')
  expect(page).not.toContain(`${place}/${id}/convert`)
})

test('what is there already is linked, by choice or by its name, and nothing is made twice', async () => {
  const first = await lead({
    name: '宁波东方纸业有限公司',
    person: '马丽',
    mobile: mobile('13933334444'),
  })
  await convert(first, 'emil', {
    accountId: 'new',
    account: '宁波东方纸业有限公司',
    personId: 'new',
  })
  const made = await stored(first)
  const [accounts, people] = [
    await count(sql`contacts.accounts`),
    await count(sql`contacts.people`),
  ]
  const again = await lead({ name: '宁波东方纸业有限公司', mobile: mobile('13933334444') })
  const form = await (await office.as('emil').get(`${place}/${again}/convert`)).text()
  expect(form).toContain(`value="${made.accountId}" selected`)
  expect(form).toContain(`value="${made.personId}" selected`)
  await convert(again, 'emil', {
    accountId: 'new',
    account: '宁波东方纸业有限公司',
    personId: made.personId ?? '',
  })
  expect(await stored(again)).toMatchObject({ accountId: made.accountId, personId: made.personId })
  expect(await count(sql`contacts.accounts`)).toBe(accounts)
  expect(await count(sql`contacts.people`)).toBe(people)
})

test('nothing chosen, and a record out of reach, are refused and leave the lead open', async () => {
  const id = await lead({ name: '无锡凯达机械有限公司' })
  expect((await convert(id, 'emil', { accountId: '', personId: '' })).status).toBe(422)
  const suns = await office.inScope('sun', (scope) =>
    createAccount(scope, office.app.product.registry, {
      values: accountFromLead('孙悦的客户', { ...nothing, name: '' }),
      parent: null,
    }),
  )
  const taken = await convert(id, 'emil', { accountId: suns, personId: '' })
  expect(taken.status).toBe(422)
  expect(await taken.text()).not.toContain('孙悦的客户')
  expect((await stored(id)).convertedAt).toBeNull()
})

test('of two who convert at once, one does and the other is told; one account is made', async () => {
  const id = await lead({ name: '扬州瑞丰玩具有限公司' }, 'emil')
  const before = await count(sql`contacts.accounts`)
  const form = { accountId: 'new', account: '扬州瑞丰玩具有限公司', personId: '', anyway: 'on' }
  const answers = await Promise.all([convert(id, 'emil', form), convert(id, 'lin', form)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await count(sql`contacts.accounts`)).toBe(before + 1)
  const late = await office.inScope('lin', async (scope) =>
    convertLead(scope, office.app.product.registry, await readLead(scope, id), {
      ...{ account: { name: 'Another' }, person: null, deal: null },
    }),
  )
  expect(late).toBe('already')
})

test('a file brings leads in, finds them again by mobile, and can be undone', async () => {
  const { registry } = office.app.product
  const rows = [
    { name: '嘉兴明珠服饰有限公司', mobile: mobile('13955556666'), status: 'working' },
    { name: 'Northwind Ltd', email: 'hello@northwind.example' },
  ]
  const write = (what: object[]) =>
    office.inScope('amy', (scope) =>
      leadTransfer.write(scope, registry, what as never, { mode: 'both' }),
    )
  expect((await write(rows)).map(({ kind }) => kind)).toEqual(['created', 'created'])
  expect((await write(rows)).map(({ kind }) => kind)).toEqual(['skipped', 'skipped'])
  const changed = await write([
    { name: '嘉兴明珠服饰公司', mobile: mobile('13955556666'), source: '展会' },
  ])
  expect(changed.map(({ kind }) => kind)).toEqual(['updated'])
})

test('programs read and write leads as their people do', async () => {
  const [emil, sun] = await Promise.all(
    (['emil', 'sun'] as const).map((name) => programOf(office.app, office, name)),
  )
  const made = await emil?.post('/leads', { name: 'Contoso', status: 'working', tags: ['fair'] })
  expect(made?.status).toBe(201)
  const list = await emil?.get('/leads?state=working&q=Contoso')
  expect(list?.body).toMatchObject({ total: 1, items: [{ tags: ['fair'], status: 'working' }] })
  expect((await sun?.get(`/leads/${made?.body.id}`))?.status).toBe(404)
})
