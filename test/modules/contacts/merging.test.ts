import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeNote } from '../../../core/records/notes.ts'
import { addTag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { isBelow, isInCircle } from '../../../modules/contacts/accounts/hierarchy.ts'
import { belongings } from '../../../modules/contacts/belongings.ts'
import { accountKind, personKind } from '../../../modules/contacts/kinds.ts'
import type { Choices } from '../../../modules/contacts/merging/choosing.ts'
import { mergeRecords } from '../../../modules/contacts/merging/merging.ts'
import { undoMerge } from '../../../modules/contacts/merging/undoing.ts'
import {
  choosePrimary,
  linkAccount,
  unlinkAccount,
} from '../../../modules/contacts/people/linking.ts'
import type { Office } from '../../setup/office.ts'
import { openContactsOffice } from './contacts-office.ts'
import { makeAccount, makePerson } from './make.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())

const registry = () => office.app.product.registry
const phone = (digits: string) => ({ text: digits, e164: `+86${digits}`, digits: `86${digits}` })
type List = 'accounts' | 'people'

const merge = (scope: Scope, list: List, winner: string, loser: string, choices: Choices = {}) =>
  mergeRecords(scope, registry(), list, { id: winner }, { id: loser }, choices)

/** Everything a merge could touch, but for what it says about itself. */
async function everything({ db }: Scope): Promise<unknown> {
  const [row] = await db.execute(sql`
    select
      (select jsonb_agg(to_jsonb(a) - 'version' - 'updated_at' order by id) from contacts.accounts a) as accounts,
      (select jsonb_agg(to_jsonb(p) - 'version' - 'updated_at' order by id) from contacts.people p) as people,
      (select jsonb_agg(to_jsonb(l) order by person_id, account_id) from contacts.person_accounts l) as links,
      (select jsonb_agg(to_jsonb(n) order by id) from core.notes n) as notes,
      (select jsonb_agg(to_jsonb(g) order by record_id, tag_id) from core.taggings g) as tags,
      (select jsonb_agg(to_jsonb(t) order by id) from core.timeline t
        where kind not in ('contacts.merged', 'contacts.unmerged')) as timeline,
      (select coalesce(jsonb_agg(t order by t), '[]') from (
        select object, owner_id, department_id, archived, sum(records) from contacts.tallies
        group by 1, 2, 3, 4 having sum(records) <> 0) t) as totals`)
  return row
}

/** Two accounts and two people with whatever may hang on them. */
type World = { accounts: string[]; people: string[] }

const value = fc.constantFrom(null, 'one', 'two')
const numbers = fc.constantFrom(null, phone('13800000001'), phone('13900000002'))
const pairOf = fc.tuple(fc.nat(2), fc.nat(2))
const worlds = fc.record({
  accounts: fc.tuple(
    ...Array.from({ length: 3 }, () =>
      fc.record({
        industry: value,
        about: value,
        phone: numbers,
        email: fc.constantFrom(null, 'a@x.example'),
      }),
    ),
  ),
  people: fc.tuple(
    ...Array.from({ length: 3 }, () => fc.record({ title: value, wechat: value, mobile: numbers })),
  ),
  parents: fc.array(pairOf, { maxLength: 3 }),
  links: fc.array(pairOf, { maxLength: 6 }),
  primary: fc.array(pairOf, { maxLength: 2 }),
  tags: fc.array(
    fc.tuple(
      fc.constantFrom<List>('accounts', 'people'),
      fc.nat(2),
      fc.constantFrom('vip', 'fair'),
    ),
    { maxLength: 4 },
  ),
  notes: fc.array(fc.tuple(fc.constantFrom<List>('accounts', 'people'), fc.nat(2)), {
    maxLength: 3,
  }),
})
type Plan = typeof worlds extends fc.Arbitrary<infer P> ? P : never
const objects = { accounts: accountKind.object, people: personKind.object }

async function build(scope: Scope, plan: Plan): Promise<World> {
  const accounts: string[] = []
  const people: string[] = []
  for (const values of plan.accounts)
    accounts.push(await makeAccount(scope, registry(), { name: '星河', ...values }))
  for (const values of plan.people)
    people.push(await makePerson(scope, registry(), { name: '张三', ...values }))
  for (const [child, parent] of plan.parents) {
    const [lower = '', upper = ''] = [accounts[child], accounts[parent]]
    if (lower !== upper && !(await isBelow(scope, upper, lower)))
      await scope.db.execute(
        sql`update contacts.accounts set parent_id = ${upper} where id = ${lower}`,
      )
  }
  for (const [person, account] of plan.links)
    await linkAccount(scope, registry(), people[person] as string, {
      accountId: accounts[account] as string,
      role: `r${person}`,
    })
  for (const [person, account] of plan.primary)
    await choosePrimary(scope, registry(), people[person] as string, accounts[account] as string)
  const world = { accounts, people }
  for (const [list, at, name] of plan.tags)
    await addTag(scope, objects[list], [world[list][at] as string], name)
  for (const [list, at] of plan.notes)
    await writeNote(scope, objects[list], world[list][at] as string, 'said')
  return world
}

class Enough extends Error {}

/** Does something in a world of its own, which is gone afterwards. */
async function inWorld(plan: Plan, work: (scope: Scope, world: World) => Promise<void>) {
  const done = office.inScope('lin', async (scope) => {
    await work(scope, await build(scope, plan))
    throw new Enough()
  })
  const end = await done.catch((error: unknown) => error)
  if (!(end instanceof Enough)) throw end
}

const sides = fc.dictionary(
  fc.constantFrom('industry', 'about', 'phone', 'title', 'mobile', 'parent', 'place', 'name'),
  fc.constantFrom('winner' as const, 'loser' as const),
)

describe.each(['accounts', 'people'] as const)('%s', (list) => {
  test('a merge taken back leaves everything as it was', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, sides, (plan, choices) =>
        inWorld(plan, async (scope, world) => {
          const [winner, loser] = world[list] as [string, string]
          const before = await everything(scope)
          const id = await merge(scope, list, winner, loser, choices)
          const [gone] = await scope.db.execute(sql`
            select (select count(*) from contacts.accounts where id = ${loser})
              + (select count(*) from contacts.people where id = ${loser})
              + (select count(*) from core.notes where record_id = ${loser})
              + (select count(*) from core.taggings where record_id = ${loser}) as left`)
          expect(Number(gone?.left)).toBe(0)
          const undone = await undoMerge(scope, registry(), list, id)
          expect(undone).toMatchObject({ fields: [], rows: [] })
          expect(await everything(scope)).toEqual(before)
        }),
      ),
      { numRuns: 40 },
    )
  })

  test('three that became one, taken back the last first, are three again', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, (plan) =>
        inWorld(plan, async (scope, world) => {
          const [one, two, three] = world[list] as [string, string, string]
          const before = await everything(scope)
          const first = await merge(scope, list, two, one)
          const second = await merge(scope, list, three, two)
          await undoMerge(scope, registry(), list, second)
          await undoMerge(scope, registry(), list, first)
          expect(await everything(scope)).toEqual(before)
        }),
      ),
      { numRuns: 20 },
    )
  })
})

const plain: Plan = {
  accounts: [
    { industry: null, about: 'one', phone: phone('13800000001'), email: null },
    { industry: 'two', about: 'two', phone: null, email: null },
    { industry: null, about: null, phone: null, email: null },
  ],
  people: [
    { title: null, wechat: null, mobile: null },
    { title: 'two', wechat: null, mobile: null },
    { title: null, wechat: null, mobile: null },
  ],
  parents: [],
  links: [],
  primary: [],
  tags: [],
  notes: [],
}

const values = async ({ db }: Scope, id: string) =>
  (await db.execute(sql`select * from contacts.accounts where id = ${id}`))[0]

test('what was edited after a merge stays as it is when the merge is taken back, and is named', () =>
  inWorld(
    {
      ...plain,
      notes: [
        ['accounts', 1],
        ['accounts', 1],
      ],
      links: [[0, 1]],
    },
    async (scope, { accounts, people }) => {
      const [winner, loser] = accounts as [string, string]
      const [person] = people as [string]
      const id = await merge(scope, 'accounts', winner, loser, { about: 'loser' })
      expect(await values(scope, winner)).toMatchObject({ industry: 'two', about: 'two' })
      await scope.db.execute(sql`update contacts.accounts set about = 'new' where id = ${winner}`)
      await unlinkAccount(scope, registry(), person, winner)
      const undone = await undoMerge(scope, registry(), 'accounts', id)
      expect(undone.fields).toEqual(['about'])
      expect(undone.rows.map(({ belonging, count }) => [belonging.title.en, count])).toEqual([
        ['Contacts', 1],
      ])
      expect(await values(scope, winner)).toMatchObject({ industry: '', about: 'new' })
      expect(await values(scope, loser)).toMatchObject({ industry: 'two', about: 'two' })
    },
  ))

test('an account that stood below the one it takes in stands below nothing, or that one’s parent', () =>
  inWorld(
    {
      ...plain,
      parents: [
        [0, 1],
        [1, 2],
      ],
    },
    async (scope, { accounts }) => {
      const [winner, loser, top] = accounts as [string, string, string]
      await merge(scope, 'accounts', winner, loser)
      expect((await values(scope, winner))?.parent_id).toBe(top)
    },
  ))

test('what stands below one of two that become one does not come to stand above them', () =>
  inWorld(
    {
      ...plain,
      parents: [
        [0, 2],
        [2, 1],
      ],
    },
    async (scope, { accounts: [one = '', two = '', three = ''] }) => {
      const merged = await merge(scope, 'accounts', two, one, { parent: 'loser' })
      expect(await values(scope, two)).toMatchObject({ parent_id: null })
      expect(await values(scope, three)).toMatchObject({ parent_id: two })
      await undoMerge(scope, registry(), 'accounts', merged)
      expect(await values(scope, one)).toMatchObject({ parent_id: three })
    },
  ))

test('when what a record was linked with has gone into another since, the merge can still be taken back', () =>
  inWorld(
    {
      ...plain,
      links: [
        [0, 0],
        [1, 0],
      ],
      parents: [[1, 0]],
    },
    async (scope, { accounts, people }) => {
      const [a, b, c] = accounts as [string, string, string]
      const [one, two] = people as [string, string]
      const persons = await merge(scope, 'people', one, two)
      const children = await merge(scope, 'accounts', c, b)
      await merge(scope, 'accounts', c, a)
      await undoMerge(scope, registry(), 'people', persons)
      await undoMerge(scope, registry(), 'accounts', children)
      expect((await values(scope, b))?.parent_id).toBe(c)
    },
  ))

test('a parent that was put below meanwhile does not come back, so that nothing stands below itself', () =>
  inWorld({ ...plain, parents: [[1, 2]] }, async (scope, { accounts }) => {
    const [winner, loser, top] = accounts as [string, string, string]
    const id = await merge(scope, 'accounts', winner, loser, { parent: 'loser' })
    const below = (child: string, parent: string | null) =>
      scope.db.execute(sql`
        update contacts.accounts set parent_id = ${parent}, version = version + 1 where id = ${child}`)
    await below(winner, null)
    await below(top, winner)
    const child = await makeAccount(scope, registry(), { name: 'child' })
    await below(child, winner)
    const undone = await undoMerge(scope, registry(), 'accounts', id)
    for (const one of [winner, loser, top, child]) expect(await isInCircle(scope, one)).toBe(false)
    expect((await values(scope, loser))?.parent_id).toBe(top)
    expect(undone.fields).toContain('parentId')
  }))

test('of two that would each stand below the other once a merge is taken back, one stands alone', () =>
  inWorld(
    {
      ...plain,
      parents: [
        [0, 1],
        [1, 2],
      ],
    },
    async (scope, { accounts }) => {
      const [a, loser, top] = accounts as [string, string, string]
      const other = await makeAccount(scope, registry(), { name: 'other' })
      const id = await merge(scope, 'accounts', other, loser)
      await scope.db.execute(sql`
      update contacts.accounts set parent_id = ${a}, version = version + 1 where id = ${top}`)
      await scope.db.execute(sql`
      update contacts.accounts set parent_id = null, version = version + 1 where id = ${other}`)
      const undone = await undoMerge(scope, registry(), 'accounts', id)
      for (const one of [a, loser, top, other]) expect(await isInCircle(scope, one)).toBe(false)
      expect((await values(scope, loser))?.parent_id).toBe(null)
      expect(undone.fields).toContain('parentId')
    },
  ))

describe('by the pages', () => {
  test('the record that went away leads to the one it became, for whoever may see that', async () => {
    const [one, two] = await office.inScope('emil', async (scope) => [
      await makeAccount(scope, registry(), { name: '星河' }),
      await makeAccount(scope, registry(), { name: '星河二' }),
    ])
    const form = { kind: 'accounts', a: one as string, b: two as string, winner: 'a' }
    const answer = await office.as('emil').post('/contacts/duplicates/merge', form)
    expect(answer.headers.get('location')).toBe(`/contacts/accounts/${one}`)
    const led = await office.as('emil').get(`/contacts/accounts/${two}`)
    expect([led.status, led.headers.get('location')]).toEqual([303, `/contacts/accounts/${one}`])
    expect((await office.as('sun').get(`/contacts/accounts/${two}`)).status).toBe(404)
    const page = await (await office.as('emil').get(`/contacts/accounts/${one}`)).text()
    expect(page).toContain('merged 星河二 into this record')
  })

  test('nobody merges what they may not change, archived records, or a record and itself', async () => {
    const emils = await office.inScope('emil', (scope) =>
      makeAccount(scope, registry(), { name: '甲' }),
    )
    const suns = await office.inScope('sun', (scope) =>
      makeAccount(scope, registry(), { name: '甲' }),
    )
    const away = await office.inScope('emil', (scope) =>
      makeAccount(scope, registry(), { name: '甲' }),
    )
    await office.as('emil').post(`/contacts/accounts/${away}/archive`)
    const emil = office.as('emil')
    for (const [b, status] of [
      [suns, 404],
      [away, 404],
      [emils, 400],
      ['x', 404],
    ] as const) {
      const form = { kind: 'accounts', a: emils, b, winner: 'a' }
      expect((await emil.post('/contacts/duplicates/merge', form)).status, b).toBe(status)
    }
    expect((await office.as('sun').get(`/contacts/accounts/${suns}`)).status).toBe(200)
  })

  test('a record that was saved meanwhile is looked at again before it is merged', async () => {
    const [a, b] = await office.inScope(
      'emil',
      async (scope) =>
        [
          await makeAccount(scope, registry(), { name: '乙' }),
          await makeAccount(scope, registry(), { name: '乙' }),
        ] as const,
    )
    const form = { kind: 'accounts', a, b, winner: 'a', versionA: '1', versionB: '9' }
    const answer = await office.as('emil').post('/contacts/duplicates/merge', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('saved meanwhile')
  })

  test('lin compares, chooses field by field, merges, sees it among the merged, and takes it back', async () => {
    const lin = office.as('lin')
    const [a, b] = await office.inScope(
      'lin',
      async (scope) =>
        [
          await makeAccount(scope, registry(), {
            name: '丙公司',
            industry: '机械',
            region: '上海',
          }),
          await makeAccount(scope, registry(), {
            name: '丙有限公司',
            industry: '电子',
            region: '上海',
          }),
        ] as const,
    )
    await office.inScope('lin', (scope) => writeNote(scope, accountKind.object, b, '记一笔'))
    const called = { object: accountKind.object, record: b, kind: 'call', text: '问了价格' }
    expect((await lin.post('/contacts/follow-ups', called)).status).toBe(303)
    const page = await (
      await lin.get(`/contacts/duplicates/compare?kind=accounts&a=${a}&b=${b}`)
    ).text()
    for (const shown of ['机械', '电子', '丙有限公司', 'Notes', '>Follow-ups<'])
      expect(page).toContain(shown)
    expect(belongings.map(({ title }) => title['zh-CN'])).toContain('跟进')
    const form = { kind: 'accounts', a, b, winner: 'a', 'field.industry': 'b' }
    expect((await lin.post('/contacts/duplicates/merge', form)).status).toBe(303)
    const record = await (await lin.get(`/contacts/accounts/${a}`)).text()
    for (const shown of ['电子', '记一笔']) expect(record).toContain(shown)
    const merged = await (await lin.get('/contacts/duplicates/merged')).text()
    const id = /name="merge" value="([^"]+)"/.exec(merged)?.[1] ?? ''
    expect(
      (await office.as('sun').post('/contacts/duplicates/undo', { kind: 'accounts', merge: id }))
        .status,
    ).toBe(404)
    expect(
      (await lin.post('/contacts/duplicates/undo', { kind: 'accounts', merge: id })).status,
    ).toBe(303)
    expect(
      (await lin.post('/contacts/duplicates/undo', { kind: 'accounts', merge: id })).status,
    ).toBe(404)
    expect((await lin.get(`/contacts/accounts/${b}`)).status).toBe(200)
  })

  test('a record that took the name of the other is listed with the name it had before', async () => {
    await office.inScope('lin', async (scope) => {
      const kept = await makeAccount(scope, registry(), { name: '戊公司' })
      const gone = await makeAccount(scope, registry(), { name: '戊有限公司' })
      await merge(scope, 'accounts', kept, gone, { name: 'loser' })
    })
    const merged = await (await office.as('lin').get('/contacts/duplicates/merged')).text()
    expect(merged).toContain('戊有限公司 → 戊有限公司 (formerly 戊公司)')
  })

  test('after thirty days nothing is left of what went away but the way to the winner', async () => {
    const [a, b] = await office.inScope('lin', async (scope) => {
      const two = [
        await makeAccount(scope, registry(), { name: '丁' }),
        await makeAccount(scope, registry(), { name: '丁' }),
      ] as const
      await merge(scope, 'accounts', two[0], two[1])
      await scope.db.execute(
        sql`update core.merges set merged_at = now() - interval '31 days' where loser_id = ${two[1]}`,
      )
      return two
    })
    const { forgetMerged } = await import('../../../core/merging/merges.ts')
    await office.inScope('amy', forgetMerged)
    const [row] = await office.inScope('amy', ({ db }) =>
      db.execute(sql`select loser, changed from core.merges where loser_id = ${b}`),
    )
    expect(row).toEqual({ loser: null, changed: {} })
    expect((await office.as('lin').get(`/contacts/accounts/${b}`)).headers.get('location')).toBe(
      `/contacts/accounts/${a}`,
    )
  })
})
