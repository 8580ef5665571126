import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mode } from '../../../core/transfer/transfer.ts'
import type { Phone } from '../../../core/values/phone.ts'
import type { AccountRow } from '../../../modules/contacts/transfers/account-book.ts'
import { writeAccounts } from '../../../modules/contacts/transfers/accounts.ts'
import { writePeople } from '../../../modules/contacts/transfers/people.ts'
import type { PersonRow } from '../../../modules/contacts/transfers/person-book.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
})
afterAll(() => office?.close())
beforeEach(() =>
  office.inScope('amy', async (scope) => {
    for (const table of [sql`person_accounts`, sql`people`, sql`accounts`])
      await scope.db.execute(
        sql`delete from contacts.${table} where company_id = ${scope.company.id}`,
      )
  }),
)

const accounts = (rows: AccountRow[], mode: Mode = 'both', who: PersonName = 'amy') =>
  office.inScope(who, (scope) => writeAccounts(scope, office.app.product.registry, rows, { mode }))

const people = (rows: PersonRow[], mode: Mode = 'both', who: PersonName = 'amy') =>
  office.inScope(who, (scope) => writePeople(scope, office.app.product.registry, rows, { mode }))

const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind)

const stored = <Row extends Record<string, unknown>>(columns: ReturnType<typeof sql>) =>
  office.inScope('amy', async (scope) => [
    ...(await scope.db.execute<Row>(sql`
      select ${columns} from contacts.accounts where company_id = ${scope.company.id} order by name`)),
  ])

const acme = { name: 'Acme', creditCode: '91310000MA1FL0A12X' }

describe('accounts', () => {
  test('rows that are new are made, and the same rows again change nothing', async () => {
    const rows = [acme, { name: '平安银行', industry: '银行' }, { name: 'Betasoloin' }]
    expect(kinds(await accounts(rows))).toEqual(['created', 'created', 'created'])
    expect(kinds(await accounts(rows))).toEqual(['skipped', 'skipped', 'skipped'])
    expect(await stored(sql`name, version`)).toMatchObject([
      { name: 'Acme', version: 1 },
      { name: 'Betasoloin', version: 1 },
      { name: '平安银行', version: 1 },
    ])
  })

  test('what lin saves while a batch is under way is not written back by it', async () => {
    await accounts([{ ...acme, region: 'Leeds' }])
    let importing: Promise<unknown> | undefined
    await office.inScope('lin', async (scope) => {
      await scope.db.execute(sql`
        update contacts.accounts set region = 'York', version = version + 1
        where company_id = ${scope.company.id}`)
      importing = accounts([{ ...acme, industry: 'Tools' }])
      await until('the batch waits for lin', async () => {
        const waiting = await scope.db.execute(sql`
          select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`)
        return waiting.length > 0
      })
    })
    await importing
    expect(await stored(sql`region, industry`)).toMatchObject([
      { region: 'York', industry: 'Tools' },
    ])
  })

  test('a row overwrites the cells it fills, and clears none', async () => {
    await accounts([{ ...acme, industry: 'Steel', region: 'Leeds' }])
    expect(kinds(await accounts([{ ...acme, name: 'ACME plc', industry: 'Tools' }]))).toEqual([
      'updated',
    ])
    expect(await stored(sql`name, industry, region, version`)).toEqual([
      { name: 'ACME plc', industry: 'Tools', region: 'Leeds', version: 2 },
    ])
  })

  test('a code is worth more than a name; a name without a code takes one on', async () => {
    await accounts([{ name: 'Acme' }])
    expect(kinds(await accounts([acme]))).toEqual(['updated'])
    const other = { name: 'acme ', creditCode: '91310000MA1FL0A23X' }
    expect(kinds(await accounts([other]))).toEqual(['created'])
    expect(kinds(await accounts([{ name: 'Acme', industry: 'Tools' }]))).toEqual(['rejected'])
    expect(await stored(sql`industry`)).toEqual([{ industry: '' }, { industry: '' }])
  })

  test('two equal rows of one file are one account; the second adds what the first lacked', async () => {
    const rows = [acme, acme, { ...acme, industry: 'Steel' }]
    expect(kinds(await accounts(rows))).toEqual(['created', 'skipped', 'updated'])
    expect(await stored(sql`industry, version`)).toEqual([{ industry: 'Steel', version: 1 }])
  })

  test.each([
    ['create', ['skipped', 'created']],
    ['update', ['updated', 'rejected']],
    ['both', ['updated', 'created']],
  ] as const)('mode %s makes of a known and a new row: %j', async (mode, outcomes) => {
    await accounts([acme])
    const rows = [{ ...acme, industry: 'Steel' }, { name: 'New' }]
    expect(kinds(await accounts(rows, mode))).toEqual(outcomes)
  })

  test('a parent may stand below its child, and a missing one is refused by name', async () => {
    const rows = [
      { name: 'Daughter', parent: 'Mother' },
      { name: 'Orphan', parent: 'Nowhere' },
      { name: 'Child of orphan', parent: 'Orphan' },
      { name: 'Mother' },
      { name: 'Own', parent: 'own' },
    ]
    const outcomes = await accounts(rows)
    expect(kinds(outcomes)).toEqual(['created', 'rejected', 'rejected', 'created', 'rejected'])
    expect(outcomes[1]).toMatchObject({ reason: expect.stringContaining('“Nowhere”') })
    expect(await stored(sql`name, parent_id is not null as child`)).toEqual([
      { name: 'Daughter', child: true },
      { name: 'Mother', child: false },
    ])
    expect(kinds(await accounts(rows.slice(0, 1)))).toEqual(['skipped'])
  })

  test('the row that closes a circle of parents is refused, however long the circle', async () => {
    const pair = [
      { name: 'Left', parent: 'Right' },
      { name: 'Right', parent: 'Left' },
    ]
    expect(kinds(await accounts(pair))).toEqual(['rejected', 'rejected'])
    expect(await stored(sql`name`)).toEqual([])

    await accounts([{ name: 'Left' }, { name: 'Middle', parent: 'Left' }, { name: 'Right' }])
    const outcomes = await accounts([
      { name: 'Right', parent: 'Middle' },
      { name: 'Left', parent: 'Right' },
      { name: 'New', parent: 'Left' },
    ])
    expect(kinds(outcomes)).toEqual(['updated', 'rejected', 'created'])
    expect(outcomes[1]).toMatchObject({ reason: expect.stringContaining('below “Left” itself') })
    expect(await stored(sql`name`)).toHaveLength(4)
    expect(await stored(sql`name, parent_id is null as top`)).toContainEqual({
      ...{ name: 'Left', top: true },
    })
  })

  test('a known account is not put below one that the file fails to make', async () => {
    await accounts([{ name: 'Known' }])
    const rows = [
      { name: 'Known', parent: 'Made' },
      { name: 'Made', parent: 'Known' },
      { name: 'Beside', industry: 'Tools' },
    ]
    expect(kinds(await accounts(rows))).toEqual(['rejected', 'rejected', 'created'])
    expect(await stored(sql`name, parent_id`)).toEqual([
      { name: 'Beside', parent_id: null },
      { name: 'Known', parent_id: null },
    ])
  })

  test('whatever parents rows name, nothing stands below itself afterwards', async () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const row = fc.record({ name, parent: name }, { requiredKeys: ['name'] })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const outcomes = await accounts(rows)
        const parents = new Map(
          (await stored<{ id: string; parent: string | null }>(sql`id, parent_id as parent`)).map(
            ({ id, parent }) => [id, parent],
          ),
        )
        for (const id of parents.keys()) {
          let at = parents.get(id)
          for (let steps = 0; at; steps++) {
            expect(steps).toBeLessThan(parents.size)
            at = parents.get(at)
          }
        }
        expect(outcomes).toHaveLength(rows.length)
      }),
      { numRuns: 60 },
    )
  })

  test('owners are named by e-mail or name, departments by key or name; nobody else is', async () => {
    const rows = [
      { name: 'a', owner: 'lin@harbour.example' },
      { name: 'b', owner: '林岚', department: 'service' },
      { name: 'c', department: '华东组' },
      { name: 'd' },
      { name: 'e', owner: 'Nobody' },
      { name: 'f', department: 'nowhere' },
    ]
    const outcomes = await accounts(rows)
    expect(kinds(outcomes).slice(4)).toEqual(['rejected', 'rejected'])
    const { people: ids, departments } = office
    expect(await stored(sql`owner_id as owner, department_id as department`)).toEqual([
      { owner: ids.lin, department: departments.sales },
      { owner: ids.lin, department: departments.service },
      { owner: null, department: departments.east },
      { owner: null, department: null },
    ])
  })

  test('emil finds none of sun’s accounts by importing their names, and changes none', async () => {
    await accounts([{ name: 'Secret', owner: '孙悦', industry: 'Steel' }])
    const rows = [{ name: 'Secret', industry: 'Tools' }]
    expect(kinds(await accounts(rows, 'update', 'emil'))).toEqual(['rejected'])
    expect(kinds(await accounts(rows, 'create', 'emil'))).toEqual(['created'])
    const unknown = await accounts([{ name: 'x', parent: 'Nowhere' }], 'both', 'emil')
    const hidden = await accounts([{ name: 'x', parent: 'Hidden' }], 'both', 'emil')
    expect(JSON.stringify(unknown).replace('Nowhere', '')).toBe(
      JSON.stringify(hidden).replace('Hidden', ''),
    )
    expect(await stored(sql`industry`)).toEqual([{ industry: 'Steel' }, { industry: 'Tools' }])
  })

  test('each row that is made or changed leaves its trace, the others none', async () => {
    await accounts([acme, { name: 'Other' }])
    await accounts([{ ...acme, industry: 'Steel' }, { name: 'Other' }])
    await office.inScope('amy', async (scope) => {
      for (const [table, column] of [
        [sql`core.audit`, sql`action`],
        [sql`core.timeline`, sql`kind`],
        [sql`core.events`, sql`name`],
      ]) {
        const rows = await scope.db.execute<{ what: string; count: number }>(sql`
          select ${column} as what, count(*)::int as count from ${table}
          where company_id = ${scope.company.id} and ${column} ~ 'created|imported|changed'
          group by 1 order by 1`)
        expect(rows.length, JSON.stringify(rows)).toBeGreaterThanOrEqual(2)
      }
      const page = await office.as('amy').get('/contacts/accounts?q=acme')
      const [, id] = /accounts\/([0-9a-f-]{36})"/.exec(await page.text()) ?? []
      const html = await (await office.as('amy').get(`/contacts/accounts/${id}`)).text()
      expect(html).toContain('imported this record')
      expect(html).toContain('changed this record by an import')
    })
  })

  test('whatever rows come, importing them again makes none and leaves every record as it is', async () => {
    const codes: Record<string, string> = { A: '91310000MA1FL0A12X', C: '91310000MA1FL0A23X' }
    const row = fc
      .record(
        {
          name: fc.constantFrom('A', 'a ', 'B', 'C', '平安', 'Ｃ'),
          industry: fc.constantFrom('x', 'y'),
          parent: fc.constantFrom('A', 'B', 'Z'),
          coded: fc.boolean(),
        },
        { requiredKeys: ['name'] },
      )
      .map(({ coded, ...values }) => ({
        ...values,
        ...(coded && codes[values.name] && { creditCode: codes[values.name] as string }),
      }))
    const state = () => stored(sql`id, name, credit_code, industry, parent_id`)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        await accounts(rows)
        const first = await state()
        expect(kinds(await accounts(rows))).not.toContain('created')
        expect(await state()).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })
})

const phone = (e164: string): Phone => ({ text: e164.slice(3), e164, digits: e164.slice(1) })

describe('contacts', () => {
  test('people are known by e-mail, else by phone, else by name and account', async () => {
    await accounts([{ name: 'Acme' }, { name: 'Beta' }])
    const rows: PersonRow[] = [
      { name: '张三', email: 'zs@acme.example', mobile: phone('+8613812345678') },
      { name: '李四', mobile: phone('+8613900001111'), account: 'Acme', role: 'Buyer' },
      { name: 'Ann', account: 'Acme' },
      { name: 'Ann', account: 'Beta' },
      { name: 'Ann' },
    ]
    expect(kinds(await people(rows))).toEqual(Array(5).fill('created'))
    expect(kinds(await people(rows))).toEqual(Array(5).fill('skipped'))
    const changed: PersonRow[] = [
      { name: '张三丰', email: 'ZS@acme.example' },
      { name: '李四', mobile: phone('+8613900001111'), title: '经理' },
      { name: 'Ann', account: 'Beta', role: 'Adviser' },
    ]
    expect(kinds(await people(changed))).toEqual(Array(3).fill('updated'))
  })

  test('colleagues who share a switchboard stay two people', async () => {
    const shared = phone('+862161008888')
    const rows = [
      { name: 'Ann', phone: shared },
      { name: 'Bob', phone: shared },
    ]
    await people(rows.slice(0, 1))
    await people([{ name: 'Bob', phone: shared, email: 'bob@x.example' }], 'create')
    expect(kinds(await people(rows))).not.toContain('rejected')
  })

  test('an account that is not there, or is there twice, is refused with its name', async () => {
    await accounts([{ name: 'Twin', creditCode: '91310000MA1FL0A12X' }])
    await accounts([{ name: 'Twin', creditCode: '91310000MA1FL0A23X' }])
    const outcomes = await people([
      { name: 'Ann', account: 'Nowhere' },
      { name: 'Bob', account: 'Twin' },
    ])
    expect(outcomes).toMatchObject([
      { kind: 'rejected', reason: expect.stringContaining('“Nowhere”') },
      { kind: 'rejected', reason: expect.stringContaining('“Twin”') },
    ])
  })
})

test('two thousand rows at once are each made or found, in their order', async () => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({
    name: `深圳鼎盛精密机械${at}有限公司`,
    industry: '机械制造',
    phone: phone(`+86138${String(at).padStart(8, '0')}`),
  }))
  await accounts(rows.slice(0, 500))
  const outcomes = await accounts(rows)
  expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1500)
  expect(outcomes.filter(({ kind }) => kind === 'skipped')).toHaveLength(500)
})
