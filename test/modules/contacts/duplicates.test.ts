import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startFinding } from '../../../modules/contacts/duplicates/find-job.ts'
import { readPairs } from '../../../modules/contacts/duplicates/pairs.ts'
import { latestRun } from '../../../modules/contacts/duplicates/runs.ts'
import { accountKind, personKind } from '../../../modules/contacts/kinds.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Firm, Office } from '../../setup/office.ts'
import { until } from '../../setup/product.ts'
import { openContactsOffice, switchOn } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())
beforeEach(async () => {
  await office.inScope('amy', async ({ db }) => {
    await db.execute(sql`delete from contacts.duplicate_pairs`)
    await db.execute(sql`delete from contacts.person_accounts`)
    await db.execute(sql`delete from contacts.people`)
    await db.execute(sql`delete from contacts.accounts`)
  })
})

const registry = () => office.app.product.registry

/** Looks through everything, as the job does at night. */
async function look({ inScope }: Pick<Firm, 'inScope'> = office): Promise<void> {
  const id = await inScope('amy', startFinding)
  expect(id).toBeDefined()
  await until(async () => {
    const run = await inScope('amy', (scope) => latestRun(scope, 'find'))
    return run?.id === id && run?.state === 'done'
  })
}

/** The pairs that somebody has before them, as names and reasons. */
const pairs = (who: PersonName, kind: typeof accountKind | typeof personKind = accountKind) =>
  office.inScope(who, async (scope) =>
    (await readPairs(scope, kind)).rows.map(({ id, score, reasons, first, second }) => ({
      id,
      score,
      reasons,
      names: [first.name, second.name],
    })),
  )

const phone = (digits: string) => ({ text: digits, e164: `+86${digits}`, digits: `86${digits}` })

describe('accounts', () => {
  test('of one name and phone are one pair, told why; a neighbour on the same phone is none', async () => {
    await office.inScope('emil', async (scope) => {
      const shared = phone('13812345678')
      await makeAccount(scope, registry(), { name: '星河科技有限公司', phone: shared })
      await makeAccount(scope, registry(), { name: '星河科技股份有限公司', phone: shared })
      await makeAccount(scope, registry(), { name: '别家' })
    })
    await look()
    expect(await pairs('emil')).toMatchObject([
      {
        names: ['星河科技有限公司', '星河科技股份有限公司'],
        reasons: ['name', 'phone'],
        score: 90,
      },
    ])
  })

  test('with two credit codes, or two stock codes, are two, whatever they share', async () => {
    const name = '三维股份有限公司'
    await office.inScope('emil', async (scope) => {
      await makeAccount(scope, registry(), { name, creditCode: '91110000802100433B' })
      await makeAccount(scope, registry(), { name, creditCode: '91330100799655058B' })
      await makeAccount(scope, registry(), { name: '四维', stockCode: '603033.SH' })
      await makeAccount(scope, registry(), { name: '四维', stockCode: '831834.BJ' })
    })
    await look()
    expect(await pairs('emil')).toEqual([])
  })

  test('that are archived or no longer alike leave the queue at the next look', async () => {
    const [one, two] = await office.inScope('emil', async (scope) => [
      await makeAccount(scope, registry(), { name: '星河' }),
      await makeAccount(scope, registry(), { name: '星河' }),
    ])
    await look()
    expect(await pairs('emil')).toHaveLength(1)
    await office.as('emil').post(`/contacts/accounts/${one}/archive`)
    expect(await pairs('emil'), 'at once').toEqual([])
    await office.as('emil').post(`/contacts/accounts/${one}/restore`)
    expect(await pairs('emil')).toHaveLength(1)
    const other = { name: '大江', version: '1' }
    expect((await office.as('emil').post(`/contacts/accounts/${two}`, other)).status).toBe(303)
    await look()
    expect(await pairs('emil')).toEqual([])
  })

  test('a default that a hundred share makes a hundred pairs at most, not five thousand', async () => {
    await office.inScope('emil', async (scope) => {
      for (let at = 0; at < 40; at++) await makeAccount(scope, registry(), { name: '测试' })
    })
    await look()
    const [row] = await office.inScope('amy', ({ db }) =>
      db.execute(sql`select count(*)::int as count from contacts.duplicate_pairs`),
    )
    expect(row?.count).toBe(39)
  })

  test('that were written before there were keys get theirs on the way', async () => {
    await office.inScope('emil', async (scope) => {
      await makeAccount(scope, registry(), { name: '星河有限公司' })
      await makeAccount(scope, registry(), { name: '星河集团', email: 'a@qq.com' })
      await scope.db.execute(
        sql`update contacts.accounts set company_key = null, domain = 'qq.com'`,
      )
    })
    await look()
    expect(await pairs('emil')).toHaveLength(1)
    const rows = await office.inScope('amy', ({ db }) =>
      db.execute(sql`select domain, version from contacts.accounts`),
    )
    expect(rows).toEqual([
      { domain: null, version: 1 },
      { domain: null, version: 1 },
    ])
  })
})

test('contacts come together by mobile, mail and WeChat; a switchboard or a name alone is nothing', async () => {
  await office.inScope('emil', async (scope) => {
    await makePerson(scope, registry(), { name: '王小明', mobile: phone('13912345678') })
    await makePerson(scope, registry(), { name: '王晓明', mobile: phone('13912345678') })
    const desk = { text: '021 6100 8888', e164: '+862161008888', digits: '862161008888' }
    await makePerson(scope, registry(), { name: '张伟', phone: desk })
    await makePerson(scope, registry(), { name: '李娜', phone: desk })
    await makePerson(scope, registry(), { name: '张伟' })
  })
  await look()
  expect(await pairs('emil', personKind)).toMatchObject([
    { names: ['王小明', '王晓明'], reasons: ['mobile', 'phone'] },
  ])
})

describe('the queue', () => {
  beforeEach(async () => {
    await office.inScope('emil', (scope) => makeAccount(scope, registry(), { name: '星河' }))
    await office.inScope('sun', (scope) => makeAccount(scope, registry(), { name: '星河' }))
    await office.inScope('lin', (scope) => makeAccount(scope, registry(), { name: '星河' }))
    await look()
  })

  test('shows a pair to those alone who may change both of it', async () => {
    expect(await pairs('amy')).toHaveLength(3)
    expect(await pairs('lin'), 'hers and emil’s').toHaveLength(1)
    expect(await pairs('emil'), 'he may not change lin’s').toEqual([])
    expect(await pairs('sun')).toEqual([])
    const page = await (await office.as('emil').get('/contacts/duplicates')).text()
    expect(page).toContain('No duplicates to look at')
  })

  test('forgets for good what lin says are two, and says who said so', async () => {
    const [pair] = await pairs('lin')
    const form = { id: pair?.id ?? '', do: 'dismiss' }
    expect((await office.as('emil').post('/contacts/duplicates/bulk', form)).status).toBe(404)
    expect((await office.as('lin').post('/contacts/duplicates/bulk', form)).status).toBe(303)
    await look()
    expect(await pairs('lin')).toEqual([])
    expect(await pairs('amy')).toHaveLength(2)
    const trail = await office.inScope('amy', ({ db }) =>
      db.execute(sql`select actor_id as actor from core.audit where action = 'told-apart'`),
    )
    expect(trail).toEqual([{ actor: office.people.lin }])
  })

  test('is another firm’s business for another firm', async () => {
    const valley = await office.another()
    await switchOn(valley)
    await look(valley)
    expect(await valley.inScope('amy', (scope) => readPairs(scope, accountKind))).toMatchObject({
      rows: [],
    })
    expect(await pairs('amy')).toHaveLength(3)
  })

  test('is paged, the likeliest first', async () => {
    await office.inScope('lin', async (scope) => {
      for (let at = 0; at < 8; at++) await makeAccount(scope, registry(), { name: '大江' })
      const twice = { name: '北山', email: 'info@north.example' }
      for (let at = 0; at < 2; at++) await makeAccount(scope, registry(), twice)
    })
    await look()
    const first = await (await office.as('lin').get('/contacts/duplicates')).text()
    expect(first.split('data-testid="row"').length - 1).toBe(25)
    expect(first.indexOf('北山')).toBeLessThan(first.indexOf('大江'))
    const next = /href="(\/contacts\/duplicates\?after=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = await (await office.as('lin').get(next)).text()
    expect(second.split('data-testid="row"').length - 1).toBe(5)
  })
})

test('many pairs are merged as a job, a chain of three into one, and what cannot be is counted', async () => {
  await office.inScope('lin', async (scope) => {
    for (let at = 0; at < 3; at++) await makeAccount(scope, registry(), { name: '长江' })
    for (let at = 0; at < 2; at++) await makeAccount(scope, registry(), { name: '黄河' })
  })
  await look()
  const all = await pairs('lin')
  expect(all).toHaveLength(4)
  await office.inScope('lin', async (scope) => {
    const river = all.find(({ names }) => names.includes('黄河'))
    await scope.db.execute(sql`update contacts.accounts set owner_id = ${office.people.sun},
      department_id = ${office.departments.service} where name = '黄河' and id = (
      select first_id from contacts.duplicate_pairs where id = ${river?.id ?? null})`)
  })
  const mine = await pairs('lin')
  const form = { id: all.map(({ id }) => id), do: 'merge' }
  const bulk = '/contacts/duplicates/bulk'
  expect((await office.as('lin').post(bulk, form)).status, 'not hers').toBe(404)
  const hers = { id: mine.map(({ id }) => id), do: 'merge' }
  expect((await office.as('lin').post(bulk, hers)).status).toBe(303)
  const run = () => office.inScope('lin', (scope) => latestRun(scope, 'merge'))
  await until(async () => (await run())?.state === 'done')
  expect(await run()).toMatchObject({ total: 3, done: 3, count: 3, skipped: 0 })
  const [left] = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select count(*)::int as count from contacts.accounts where name = '长江'`),
  )
  expect(left?.count).toBe(1)
  const page = await (await office.as('lin').get('/contacts/duplicates')).text()
  expect(page).toContain('Merged pairs: 3.')
})

test('all pairs of a likelihood are merged by one job, more than a page of them, and who began it is told', async () => {
  const certain = 30
  await office.inScope('lin', async (scope) => {
    for (let at = 0; at < certain; at++)
      for (const ending of ['有限公司', '股份有限公司'])
        await makeAccount(scope, registry(), {
          name: `第${at}号星河科技${ending}`,
          phone: phone(`138${String(at).padStart(8, '0')}`),
          email: `info@firm${at}.example`,
        })
    for (let at = 0; at < 2; at++) await makeAccount(scope, registry(), { name: '长江' })
  })
  await look()
  const lin = office.as('lin')
  const page = await (await lin.get('/contacts/duplicates/certain')).text()
  expect(page).toContain('At least 95% likely: 30')
  expect(page).toContain('At least 80% likely: 31')
  expect((await lin.post('/contacts/duplicates/certain', { score: '1' })).status).toBe(400)
  expect((await lin.post('/contacts/duplicates/certain', { score: '95' })).status).toBe(303)
  const run = () => office.inScope('lin', (scope) => latestRun(scope, 'merge'))
  await until(async () => (await run())?.total === certain && (await run())?.state === 'done')
  expect(await run()).toMatchObject({ done: certain, count: certain, skipped: 0 })
  expect(await pairs('lin')).toMatchObject([{ names: ['长江', '长江'] }])
  const told = await (await lin.get('/notifications')).text()
  expect(told).toContain('Duplicates are merged: 30 pairs')
})

test('a second search is not begun while one is under way', async () => {
  const both = await office.inScope('amy', async (scope) => [
    await startFinding(scope),
    await startFinding(scope),
  ])
  expect(both[1]).toBeUndefined()
})
