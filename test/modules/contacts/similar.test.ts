import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice, switchOn } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())
beforeEach(async () => {
  await office.inScope('amy', async ({ db }) => {
    await db.execute(sql`delete from contacts.person_accounts`)
    await db.execute(sql`delete from contacts.people`)
    await db.execute(sql`delete from contacts.accounts`)
    await db.execute(sql`delete from contacts.duplicate_settings`)
  })
})

const registry = () => office.app.product.registry
const phone = (digits: string) => ({ text: digits, e164: `+86${digits}`, digits: `86${digits}` })

const piece = { 'hx-request': 'true', 'hx-request-type': 'partial' }

/** What the form of a new account is told while somebody types. */
async function told(who: PersonName, form: Record<string, string>, list = 'accounts') {
  const answer = await office.as(who).post(`/contacts/${list}/similar`, form, piece)
  expect(answer.status).toBe(200)
  return answer.text()
}

const xinghe = { name: '北京星河科技有限公司' }

describe('while emil types an account that is his already', () => {
  test.each([
    ['its name in another legal form', { name: '北京星河科技股份有限公司' }, 'same name'],
    ['its name in full width', { name: ' 北京星河科技（有限公司） ' }, 'same name'],
    ['its phone as people write it', { name: 'x', phone: '+86 138-1234-5678' }, 'same phone'],
    ['its e-mail in capitals', { email: 'INFO@Xinghe.example' }, 'same e-mail'],
    ['its website’s domain', { website: 'xinghe.example/about' }, 'same domain'],
    ['its credit code', { creditCode: '91110000802100433B' }, 'same credit code'],
  ])('%s, he is told', async (_, form, reason) => {
    const id = await office.inScope('emil', (scope) =>
      makeAccount(scope, registry(), {
        ...xinghe,
        phone: phone('13812345678'),
        email: 'info@xinghe.example',
        creditCode: '91110000802100433B',
      }),
    )
    const html = await told('emil', form)
    expect(html).toContain(`href="/contacts/accounts/${id}"`)
    expect(html).toContain(reason)
  })
})

test('what is like it stands right below the name, before all other fields', async () => {
  for (const list of ['accounts', 'people']) {
    const form = await (await office.as('emil').get(`/contacts/${list}/new`)).text()
    const places = [...form.matchAll(/ name="(\w+)"| id="(similar)"/g)].map(
      ([, name, id]) => name ?? id,
    )
    const at = places.indexOf('similar')
    expect(places.slice(at - 1, at)).toEqual(['name'])
    expect(places.length).toBeGreaterThan(at + 5)
  }
})

test('a branch, a beginning, and a neighbour with the same public mailbox are no duplicates', async () => {
  await office.inScope('emil', (scope) =>
    makeAccount(scope, registry(), { ...xinghe, email: 'xinghe@qq.com' }),
  )
  const others: Record<string, string>[] = [
    { name: '北京星河科技有限公司上海分公司' },
    { name: '北京星河' },
    { name: '别家', email: 'bie@qq.com' },
  ]
  for (const form of others) expect(await told('emil', form)).not.toContain('data-testid="similar"')
})

describe('what sun has and emil may not open', () => {
  beforeEach(() =>
    office.inScope('sun', (scope) =>
      makeAccount(scope, registry(), { ...xinghe, phone: phone('13812345678'), about: '机密' }),
    ),
  )

  test('he is told with a masked name and the department to ask, and no more', async () => {
    const html = await told('emil', { name: '星河', phone: '+86 13812345678' })
    expect(html).toContain('北京**科技')
    expect(html).toContain('Ask 客服部')
    for (const hidden of ['星河', '机密', '孙悦', '<a ', 'same phone'])
      expect(html).not.toContain(hidden)
  })

  test.each([
    ['owner', 'Ask 孙悦'],
    ['exists', 'Held by colleagues'],
  ])('when the company says "%s", he reads: %s', async (hint, said) => {
    const settings = '/contacts/duplicates/settings'
    expect((await office.as('amy').post(settings, { hint })).status).toBe(303)
    expect(await told('emil', xinghe)).toContain(said)
  })

  test('when the company says nothing is to be told, nothing is, and he may save', async () => {
    await office.as('amy').post('/contacts/duplicates/settings', { hint: 'nothing' })
    expect(await told('emil', xinghe)).not.toContain('data-testid="similar"')
    expect((await office.as('emil').post('/contacts/accounts', xinghe)).status).toBe(303)
  })

  test('only an administrator decides what is told', async () => {
    const settings = '/contacts/duplicates/settings'
    expect((await office.as('lin').get(settings)).status).toBe(404)
    expect((await office.as('lin').post(settings, { hint: 'owner' })).status).toBe(404)
    expect((await office.as('amy').post(settings, { hint: 'all' })).status).toBe(400)
  })

  test('another company is told nothing at all', async () => {
    const valley = await office.another()
    await switchOn(valley)
    const answer = await valley.as('amy').post('/contacts/accounts/similar', xinghe)
    expect(await answer.text()).not.toContain('data-testid="similar"')
  })
})

describe('on saving, without scripts', () => {
  test('emil is asked once more, keeps what he typed, and may say it is another one', async () => {
    await office.inScope('sun', (scope) => makeAccount(scope, registry(), xinghe))
    const form = { ...xinghe, about: '展会上认识' }
    const asked = await office.as('emil').post('/contacts/accounts', form)
    expect(asked.status).toBe(422)
    const html = await asked.text()
    expect(html).toContain('name="anyway"')
    expect(html).toContain('展会上认识')
    const saved = await office.as('emil').post('/contacts/accounts', { ...form, anyway: 'on' })
    expect(saved.status).toBe(303)
  })

  test('two accounts cannot have one credit code, ticked or not', async () => {
    const creditCode = '91110000802100433B'
    await office.inScope('sun', (scope) =>
      makeAccount(scope, registry(), { ...xinghe, creditCode }),
    )
    const form = { name: '另一个名字', creditCode, anyway: 'on' }
    const answer = await office.as('emil').post('/contacts/accounts', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('with this credit code already')
  })

  test('a shared domain is shown and stops nobody', async () => {
    await office.inScope('emil', (scope) =>
      makeAccount(scope, registry(), { ...xinghe, website: 'https://xinghe.example' }),
    )
    const form = { name: '上海星河', website: 'xinghe.example' }
    expect(await told('emil', form)).not.toContain('name="anyway"')
    expect((await office.as('emil').post('/contacts/accounts', form)).status).toBe(303)
  })

  test('whoever changes something else of a duplicate is not asked again', async () => {
    const [id] = await office.inScope('emil', async (scope) => [
      await makeAccount(scope, registry(), xinghe),
      await makeAccount(scope, registry(), xinghe),
    ])
    const change = { ...xinghe, region: '北京', version: '1' }
    expect((await office.as('emil').post(`/contacts/accounts/${id}`, change)).status).toBe(303)
    const renamed = { name: '北京星河科技集团', version: '2' }
    const same = await office.as('emil').post(`/contacts/accounts/${id}`, renamed)
    expect(same.status, 'the key is the same as before').toBe(303)
  })
})

describe('contacts', () => {
  test('are alike by mobile, whichever field holds it, by mail and by WeChat', async () => {
    await office.inScope('emil', (scope) =>
      makePerson(scope, registry(), {
        name: '王小明',
        mobile: phone('13912345678'),
        email: 'ming@xinghe.example',
        wechat: 'ming_88',
      }),
    )
    for (const [form, reason] of [
      [{ phone: '+86 139 1234 5678' }, 'same phone'],
      [{ email: 'Ming@xinghe.example' }, 'same e-mail'],
      [{ wechat: 'ming_88' }, 'same WeChat'],
    ] as const)
      expect(await told('emil', { name: '别人', ...form }, 'people')).toContain(reason)
  })

  test('a namesake counts at the same account alone', async () => {
    await office.inScope('emil', async (scope) => {
      const account = await makeAccount(scope, registry(), xinghe)
      await makePerson(scope, registry(), { name: '张伟' }, account)
    })
    const alone = await told('emil', { name: '张伟' }, 'people')
    expect(alone).not.toContain('data-testid="similar"')
    const there = await told('emil', { name: '张伟', account: xinghe.name }, 'people')
    expect(there).toContain('same name')
  })

  test('one of sun’s is a surname to emil', async () => {
    await office.inScope('sun', (scope) =>
      makePerson(scope, registry(), { name: '王小明', mobile: phone('13912345678') }),
    )
    const html = await told('emil', { name: '王', mobile: '+8613912345678' }, 'people')
    expect(html).toContain('王**')
    expect(html).not.toContain('小明')
    const saved = await office
      .as('emil')
      .post('/contacts/people', { name: '王', mobile: '+8613912345678' })
    expect(saved.status).toBe(422)
  })
})
