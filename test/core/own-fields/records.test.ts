import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sayProblem } from '../../../core/values/problem.ts'
import { openContactsOffice, switchOn } from '../../modules/contacts/contacts-office.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { choicesOf, giveField, person, wholeFormOf } from './giving.ts'

let office: Office
let other: Firm
beforeAll(async () => {
  office = await openContactsOffice()
  other = await office.another()
  await switchOn(other)
})
afterAll(() => office?.close())

const list = '/contacts/accounts'

/** Adds an account through the form. @returns the address of its page */
async function add(form: Record<string, string | readonly string[]>): Promise<string> {
  const answer = await office.as('emil').post(list, form)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location') ?? ''
}

const page = async (path: string, who: 'emil' | 'lin' | 'amy' = 'emil') =>
  (await office.as(who).get(path)).text()

const form = async (path: string) => wholeFormOf(await page(`${path}/edit`), path)

test('amy adds a field, and emil is asked for it at once and sees what he filled in', async () => {
  expect(await page(`${list}/new`)).not.toContain('合同编号')
  const contract = await giveField(office, 'text', '合同编号', { label_en: 'Contract no.' })
  expect(await page(`${list}/new`)).toContain(`name="${contract.field}"`)
  const path = await add({ name: 'Star River', [contract.field]: 'HT-2026-001' })
  const html = await page(path)
  expect(html).toContain('Contract no.')
  expect(html).toContain('HT-2026-001')
  expect((await form(path))[contract.field]).toBe('HT-2026-001')
})

test('whatever people type is understood as anywhere else, and said back', async () => {
  const fields = {
    budget: await giveField(office, 'money', 'Budget'),
    seats: await giveField(office, 'number', 'Seats'),
    renewal: await giveField(office, 'date', 'Renewal'),
    site: await giveField(office, 'link', 'Intranet'),
    tier: await giveField(office, 'choice', 'Tier', choicesOf('Gold', 'Silver')),
    needs: await giveField(office, 'multi_choice', 'Needs', choicesOf('Pumps', 'Valves', 'Pipes')),
    vetted: await giveField(office, 'yes_no', 'Vetted'),
    buyer: await giveField(office, 'person', 'Inside sales'),
  }
  const path = await add({
    name: 'Typed as people type',
    [fields.budget.field]: '1.2万',
    [fields.seats.field]: '１,２００.5',
    [fields.renewal.field]: '2026年3月5日',
    [fields.site.field]: 'intra.example.com',
    [fields.tier.field]: 'silver',
    [fields.needs.field]: ['', 'valves', 'pumps'],
    [fields.vetted.field]: 'yes',
    [fields.buyer.field]: office.people.lin,
  })
  const html = await page(path)
  for (const shown of ['£12,000.00', '1,200.5', '5 Mar 2026', 'href="https://intra.example.com"'])
    expect(html).toContain(shown)
  for (const shown of ['Silver', 'Pumps, Valves', 'Yes', '林岚']) expect(html).toContain(shown)
  const saved = await office.as('emil').post(path, await form(path))
  expect(saved.status).toBe(303)
  expect((await form(path)).version).toBe('1')
})

test.each([
  ['number', 'a lot', 'This is not a number'],
  ['date', '2026-02-30', 'no such day'],
  ['money', 'gratis', 'not an amount'],
  ['link', 'javascript:alert(1)', 'not a web address'],
] as const)(
  'a %s like “%s” comes back with a sentence that names the field',
  async (kind, typed, sentence) => {
    const field = await giveField(office, kind, `Wrong ${kind}`)
    const answer = await office.as('emil').post(list, { name: 'kept', [field.field]: typed })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(new RegExp(`Wrong ${kind}: [^<]*${sentence}`, 'i'))
    expect(html).toContain('value="kept"')
    expect(html).toContain(`value="${typed}"`)
  },
)

test('a colleague of another firm, and a choice of another field, are not there', async () => {
  const field = await giveField(office, 'person', 'Keeper')
  const one = await giveField(office, 'choice', 'Colour', choicesOf('Red', 'Blue'))
  const attempts = [
    { [field.field]: other.people.sun },
    { [field.field]: randomUUID() },
    { [one.field]: 'gold' },
  ]
  for (const attempt of attempts) {
    const answer = await office.as('emil').post(list, { name: 'nobody', ...attempt })
    expect(answer.status, JSON.stringify(attempt)).toBe(422)
    expect(await answer.text()).not.toContain('山谷机械')
  }
})

test('fields of another firm are neither asked for nor taken', async () => {
  const theirs = await giveField(other, 'text', 'Valley only')
  expect(await page(`${list}/new`)).not.toContain('Valley only')
  const path = await add({ name: 'Ours', [theirs.field]: 'smuggled' })
  expect(await page(path)).not.toContain('smuggled')
  const known = await office.as('amy').get(`/admin/fields/${theirs.own.id}`)
  expect(known.status).toBe(404)
  for (const deed of ['archive', 'restore', 'up', 'down'])
    expect((await office.as('amy').post(`/admin/fields/${theirs.own.id}/${deed}`)).status).toBe(404)
})

test('a field that must be filled in is asked for, also of what is there already', async () => {
  const path = await add({ name: 'Before it was required' })
  const field = await giveField(office, 'text', 'Branch', { required: 'on' }, person)
  const nobody = await office.as('emil').post('/contacts/people', { name: '张三' })
  expect(nobody.status).toBe(422)
  expect(await nobody.text()).toContain('Branch')
  const made = await office
    .as('emil')
    .post('/contacts/people', { name: '张三', [field.field]: 'North' })
  expect(made.status).toBe(303)
  expect((await office.as('emil').post(path, await form(path))).status).toBe(303)
})

test('of two records that claim one value at once, one is saved and the other is told', async () => {
  const field = await giveField(office, 'text', 'Serial', { unique: 'on' })
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((name) =>
      office.as('emil').post(list, { name, [field.field]: 'SN 42' }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
  const refused = answers.find(({ status }) => status === 422)
  expect(await refused?.text()).toContain('Another record has this value in “Serial” already')
  const later = await office.as('lin').post(list, { name: 'later', [field.field]: ' sn  42 ' })
  expect(later.status).toBe(422)
  const path = answers.find(({ status }) => status === 303)?.headers.get('location') ?? ''
  const freed = { ...(await form(path)), [field.field]: 'SN 43' }
  expect((await office.as('emil').post(path, freed)).status).toBe(303)
  expect(
    (await office.as('lin').post(list, { name: 'later', [field.field]: 'SN 42' })).status,
  ).toBe(303)
})

test('a change is told in the timeline and in the audit trail, by label and as it reads', async () => {
  const tier = await giveField(office, 'choice', 'Rank', choicesOf('First', 'Second'))
  const path = await add({ name: 'Told', [tier.field]: 'first' })
  await office.as('lin').post(path, { ...(await form(path)), [tier.field]: 'second' })
  expect(await page(path)).toMatch(/Rank<\/dt><dd><del>First<\/del>.*<ins>Second/)
  const trail = await page(`/admin/audit?record=${path.split('/').at(-1)}`, 'amy')
  const [, entry = ''] = /href="(\/admin\/audit\/[^"]+)"/.exec(trail) ?? []
  const told = await page(entry, 'amy')
  expect(told).toContain('Rank')
  expect(told).toContain('Second')
  expect(told).not.toContain(tier.field)
})

test('two people edit one record: the second sees both sides in words, and saves what they choose', async () => {
  const tier = await giveField(office, 'choice', 'Grade', choicesOf('Top', 'Low'))
  const needs = await giveField(office, 'multi_choice', 'Wants', choicesOf('Oil', 'Gas', 'Coal'))
  const path = await add({
    name: 'Contested',
    [tier.field]: 'top',
    [needs.field]: ['', 'oil', 'gas'],
  })
  const before = await form(path)
  const lins = { ...before, [tier.field]: 'low', [needs.field]: ['', 'gas'] }
  await office.as('lin').post(path, lins)
  const conflict = await office.as('emil').post(path, { ...before, [needs.field]: ['', 'coal'] })
  expect(conflict.status).toBe(409)
  const html = await conflict.text()
  expect(html).toMatch(/value="low" checked[^>]*>Low/)
  expect(html).toMatch(/value="coal" checked[^>]*>Coal/)
  expect(html).toMatch(/value="gas" [^>]*>Gas/)
  const [, version = ''] = /name="version" value="(\d+)"/.exec(html) ?? []
  const chosen = { ...before, version, [tier.field]: 'low', [needs.field]: 'oil,coal' }
  expect((await office.as('emil').post(path, chosen)).status).toBe(303)
  expect(await page(path)).toContain('Oil, Coal')
})

test('an archived field is asked for and shown no more; its values stay, and come back with it', async () => {
  const field = await giveField(office, 'text', 'Old code')
  const path = await add({ name: 'Kept', [field.field]: 'OC-7' })
  await office.as('amy').post(`/admin/fields/${field.own.id}/archive`)
  expect(await page(path)).not.toContain('OC-7')
  const saved = await office.as('emil').post(path, { ...(await form(path)), level: 'A' })
  expect(saved.status).toBe(303)
  await office.as('amy').post(`/admin/fields/${field.own.id}/restore`)
  expect(await page(path)).toContain('OC-7')
})

test('what is none of several choices is refused with a sentence that lets one give several', async () => {
  const field = await giveField(office, 'multi_choice', 'Ways', choicesOf('Phone', 'Mail'))
  const answer = await office
    .as('emil')
    .post('/contacts/accounts', { name: 'Ways', [field.field]: ['', 'mail', 'owl'] })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('use one or more of: Phone, Mail')
  const parsed = field.parse('Phone、猫头鹰', { region: 'CN', currency: 'CNY' })
  const said = parsed.ok ? '' : sayProblem(parsed.problem, 'zh-CN')
  expect(said).toMatch(/^有内容不在可选范围内，请从以下选项中填一个或多个：/)
})

test('a form that was drawn before a field was there leaves its value alone', async () => {
  const field = await giveField(office, 'multi_choice', 'Channels', choicesOf('Phone', 'Mail'))
  const path = await add({ name: 'Old tab', [field.field]: ['', 'mail'] })
  const { [field.field]: _, ...stale } = await form(path)
  await office.as('emil').post(path, { ...stale, level: 'B' })
  expect(await page(path)).toContain('Mail')
  await office.as('emil').post(path, { ...(await form(path)), [field.field]: [''] })
  expect(await page(path)).not.toMatch(/<dd>Mail/)
})

test('giving records to somebody keeps what stands in own fields', async () => {
  const field = await giveField(office, 'text', 'Stays')
  const path = await add({ name: 'Handed over', [field.field]: 'with the record' })
  const id = path.split('/').at(-1) ?? ''
  const given = await office.as('lin').post(`${list}/assign`, { id, owner: office.people.lin })
  expect(given.status).toBe(303)
  expect(await page(path, 'lin')).toContain('with the record')
})
