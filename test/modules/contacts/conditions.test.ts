import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/db/id.ts'
import { addTag } from '../../../core/records/tags.ts'
import type { AccountValues } from '../../../modules/contacts/accounts/account-fields.ts'
import { accountKind } from '../../../modules/contacts/kinds.ts'
import { account, choicesOf, giveField } from '../../core/own-fields/giving.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount } from './make.ts'

const list = '/contacts/accounts'
let office: Office
let tier = ''
let seats = ''
let since = ''
beforeAll(async () => {
  office = await openContactsOffice()
  tier = (await giveField(office, 'choice', 'Tier', choicesOf('Silver', 'Gold'), account)).field
  seats = (await giveField(office, 'number', 'Seats', {}, account)).field
  since = (await giveField(office, 'date', 'Since', {}, account)).field
  const { registry } = office.app.product
  const { emil, lin, sun } = office.people
  const { sales, service } = office.departments
  await office.inScope('amy', async (scope) => {
    const today = scope.now().toISOString().slice(0, 10)
    const add = async (
      values: Partial<AccountValues> & { name: string } & Record<string, unknown>,
      ownerId: string | null,
      departmentId: string | null,
      ...tags: string[]
    ) => {
      const id = await makeAccount(scope, registry, values, { ownerId, departmentId })
      for (const tag of tags) await addTag(scope, accountKind.object, [id], tag)
    }
    const money = (minor: number) => ({ minor, currency: scope.company.currency })
    await add(
      { name: 'One', region: 'Leeds', level: 'A', employees: 10, revenue: money(100_00) },
      ...([emil, sales, 'new', 'hot'] as const),
    )
    await add(
      { name: 'Two', region: '上海浦东', level: 'B', employees: 50, [tier]: 'gold' },
      ...([lin, sales, 'new'] as const),
    )
    await add({ name: 'Three', level: 'A', [seats]: '12', listedOn: '2010-05-12' }, sun, service)
    await add({ name: 'Four', region: '100% *_.odd', [tier]: 'silver', [since]: today }, null, null)
  })
}, 120_000)
afterAll(() => office?.close())

const names = ['One', 'Two', 'Three', 'Four']

/** Whom a list shows when it is filtered so. */
async function shown(where: string, who: PersonName = 'amy', more = {}): Promise<string[]> {
  const answer = await office.as(who).get(`${list}?${new URLSearchParams({ where, ...more })}`)
  expect(answer.status).toBe(200)
  const html = await answer.text()
  return names.filter((name) => html.includes(`>${name}</a>`))
}

test.each([
  ['region.contains.浦东', ['Two']],
  ['region.contains.lEEd', ['One']],
  ['region.contains.0% _s___podd', ['Four']],
  ['region.lacks.Leeds', ['Two', 'Three', 'Four']],
  ['region.is.leeds', ['One']],
  ['region.isnt.leeds', ['Two', 'Three', 'Four']],
  ['region.empty', ['Three']],
  ['region.filled', ['One', 'Two', 'Four']],
  ['creditCode.empty', names],
  ['employees.range.10.49', ['One']],
  ['employees.range..50', ['One', 'Two']],
  ['employees.range.11.', ['Two']],
  ['employees.range.１千.', []],
  ['revenue.range.50.150', ['One']],
  ['revenue.range.USD 50.', []],
  ['revenue.empty', ['Two', 'Three', 'Four']],
  ['listedOn.range.2010年5月12日.', ['Three']],
  ['listedOn.in.this-year', []],
  ['created.in.today', names],
  ['created.past.30', names],
  ['created.in.last-week', []],
  ['created.coming.1', names],
  ['owner.any.me', []],
  ['owner.empty', ['Four']],
  ['owner.filled', ['One', 'Two', 'Three']],
  ['tags.any.new.none of these', ['One', 'Two']],
  ['tags.every.new.hot', ['One']],
  ['tags.none.hot', ['Two', 'Three', 'Four']],
  ['tags.empty', ['Three', 'Four']],
])('a condition %s lets %j through', async (condition, expected) => {
  expect(await shown(`1*all*${condition}`)).toEqual(expected)
})

test('own fields, people and departments are asked like any other', async () => {
  const { emil } = office.people
  const { sales, service } = office.departments
  expect(await shown(`1*all*${tier}.any.gold`)).toEqual(['Two'])
  expect(await shown(`1*all*${tier}.none.gold`)).toEqual(['One', 'Three', 'Four'])
  expect(await shown(`1*all*${tier}.empty`)).toEqual(['One', 'Three'])
  expect(await shown(`1*all*${seats}.range.12.`)).toEqual(['Three'])
  expect(await shown(`1*all*${since}.past.7`)).toEqual(['Four'])
  expect(await shown(`1*all*owner.any.${emil}`)).toEqual(['One'])
  expect(await shown(`1*all*owner.of.${sales}`)).toEqual(['One', 'Two'])
  expect(await shown(`1*all*department.any.${service}.${sales}`)).toEqual(['One', 'Two', 'Three'])
  expect(await shown(`1*all*owner.any.me`, 'emil')).toEqual(['One'])
})

test('conditions combine by all and by any, with groups, and with search and the simple filter', async () => {
  expect(await shown('1*any*level.is.B*region.empty')).toEqual(['Two', 'Three'])
  expect(await shown('1*all*level.is.A*any*region.empty*employees.range.10.10*end')).toEqual([
    'One',
    'Three',
  ])
  expect(await shown('1*any*name.is.Four*all*level.is.A*region.empty*end')).toEqual([
    'Three',
    'Four',
  ])
  expect(await shown('1*all*level.is.A', 'amy', { q: 'One' })).toEqual(['One'])
  expect(await shown('1*all*level.is.A', 'amy', { owner: 'none' })).toEqual([])
})

test('no filter shows anybody a record that is out of their reach', async () => {
  const filters = [
    '1*any*region.lacks.x*region.contains.x',
    '1*any*owner.filled*owner.empty',
    '1*any*tags.none.x*tags.any.new',
    `1*any*${tier}.none.gold*${tier}.any.gold`,
    '1*any*created.past.3660*created.empty',
    `1*any*owner.of.${office.departments.sales}*owner.any.me*owner.none.me`,
    `1*any*department.none.${office.departments.sales}*department.filled`,
  ]
  for (const who of ['lin', 'emil', 'sun', 'tara'] as const) {
    const plain = await office.as(who).get(list)
    const html = plain.status === 200 ? await plain.text() : ''
    const reach = names.filter((name) => html.includes(`>${name}</a>`))
    for (const where of filters)
      if (plain.status === 200) expect(await shown(where, who)).toEqual(reach)
      else expect((await office.as(who).get(`${list}?where=${where}`)).status).toBe(404)
  }
})

test.each([
  ['1*all*own_goneby.any.x', 'is not there any more'],
  ['1*all*region.range.1.2', 'cannot be asked like this'],
  ['1*all*employees.range.many.', 'left out'],
  ['1*all*created.in.someday', 'Choose a period'],
  ['1*all*created.past.0', 'from 1 to'],
  ['1*all*owner.any.nobody', 'not there any more'],
  ['nonsense', 'cannot be read'],
  ['1*all*any*end', 'cannot be read'],
  [`1*all*name.is.${'x'.repeat(3000)}`, 'cannot be read'],
])(
  'a filter %s is left out with a sentence, and nothing is exported by it',
  async (where, sentence) => {
    const answer = await office.as('amy').get(`${list}?${new URLSearchParams({ where })}`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(names.filter((name) => html.includes(`>${name}</a>`))).toEqual(names)
    const file = await office.as('amy').post('/export/accounts', {
      filters: new URLSearchParams({ where }).toString(),
      format: 'csv',
    })
    expect((await file.text()).trim().split('\n')).toHaveLength(1)
  },
)

test('an export holds what the filter lets through', async () => {
  const filters = new URLSearchParams({ where: '1*all*level.is.A' }).toString()
  const file = await office.as('amy').post('/export/accounts', { filters, format: 'csv' })
  const text = await file.text()
  expect(names.filter((name) => text.includes(name))).toEqual(['One', 'Three'])
})

test('the builder adds, changes and removes lines and groups without scripts, and keeps what was typed', async () => {
  const lin = office.as('lin')
  const at = async (params: Record<string, string>) =>
    lin.get(`${list}/conditions?${new URLSearchParams(params)}`)
  const first = await (await at({ q: 'x', do: 'add', new: 'region', match: 'all' })).text()
  expect(first).toContain('name="field0" value="region"')
  expect(first).toContain('type="hidden" name="q" value="x"')
  const line = { match: 'any', field0: 'employees', operator0: 'range', from0: 'many', group0: '' }
  const kept = await (await at({ ...line, do: 'group' })).text()
  expect(kept).toContain('value="many"')
  expect(kept).toContain('name="match0"')
  const refused = await at({ ...line, do: 'apply' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('value="many"')
  expect(html).toMatch(/class="condition wrong"/)
  const done = await at({ ...line, from0: '1千', do: 'apply', sort: '-name' })
  expect(done.status).toBe(303)
  const to = new URLSearchParams(done.headers.get('location')?.split('?')[1])
  expect(Object.fromEntries(to)).toEqual({ sort: '-name', where: '1*any*employees.range.1千.' })
  const removed = await (await at({ ...line, do: 'remove.0' })).text()
  expect(removed).not.toContain('name="field0"')
})

test('chips say the filter in words, and each takes its own line away', async () => {
  const where = `1*all*region.contains.Leeds*any*level.is.A*owner.any.${newId()}*end`
  const html = await (
    await office.as('amy').get(`${list}?${new URLSearchParams({ where })}`)
  ).text()
  expect(html).toContain('Region contains “Leeds”')
  expect(html).toContain('(Level is “A” or Owner: no longer there)')
  const chip = /class="chip" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const left = new URLSearchParams(chip.split('?')[1]).get('where')
  expect(left).toBe(where.replace('*region.contains.Leeds', ''))
})
