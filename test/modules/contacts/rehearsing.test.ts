import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Mode, Rehearsal, Values } from '../../../core/transfer/transfer.ts'
import type { AccountRow } from '../../../modules/contacts/transfers/account-book.ts'
import { rehearseAccounts, writeAccounts } from '../../../modules/contacts/transfers/accounts.ts'
import { rehearsePeople, writePeople } from '../../../modules/contacts/transfers/people.ts'
import type { PersonRow } from '../../../modules/contacts/transfers/person-book.ts'
import { begin, ended, read, upload } from '../../core/transfer/warehouse.ts'
import type { Office } from '../../setup/office.ts'
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

/** What a rehearsal says of rows that come in batches of so many. */
const rehearsed = async (rehearsal: Rehearsal, rows: readonly Values[], size: number) => {
  for (const row of rows) rehearsal.expect(row)
  const kinds: string[] = []
  for (let at = 0; at < rows.length; at += size) {
    const batch = rows.slice(at, at + size)
    const outcomes = await office.inScope('amy', async (scope) => {
      await scope.db.execute(sql`set transaction read only`)
      return rehearsal.next(scope, batch)
    })
    kinds.push(...outcomes.map(({ kind }) => kind))
  }
  return kinds
}

const mode = fc.constantFrom<Mode>('both', 'create', 'update')
const size = fc.integer({ min: 1, max: 4 })

/** A cell that is not filled in is left out of its row. */
const named = { requiredKeys: ['name' as const] }

const accountRow: fc.Arbitrary<AccountRow> = fc.record(
  {
    name: fc.constantFrom('Acme', 'Betasol', '平安银行', 'Cance'),
    creditCode: fc.constantFrom('91310000MA1FL0A12X', '91310000MA1FL0A23X'),
    parent: fc.constantFrom('Acme', 'Cance', 'Nobody'),
    region: fc.constantFrom('Leeds', 'York'),
  },
  named,
)

test('what a rehearsal of accounts says is what the import of the same batches does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(accountRow, { maxLength: 9 }),
      mode,
      size,
      async (rows, mode, size) => {
        const foreseen = await rehearsed(rehearseAccounts({ mode }), rows, size)
        const done: string[] = []
        for (let at = 0; at < rows.length; at += size)
          done.push(
            ...(
              await office.inScope('amy', (scope) =>
                writeAccounts(scope, office.app.product.registry, rows.slice(at, at + size), {
                  mode,
                }),
              )
            ).map(({ kind }) => kind),
          )
        expect(foreseen).toEqual(done)
      },
    ),
    { numRuns: 40 },
  )
})

const personRow: fc.Arbitrary<PersonRow> = fc.record(
  {
    name: fc.constantFrom('Emil Novak', '王芳', '李静'),
    email: fc.constantFrom('emil@acme.example', 'wang@acme.example'),
    title: fc.constantFrom('Buyer', '采购经理'),
  },
  named,
)

test('and of contacts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(personRow, { maxLength: 9 }),
      mode,
      size,
      async (rows, mode, size) => {
        const foreseen = await rehearsed(rehearsePeople({ mode }), rows, size)
        const done: string[] = []
        for (let at = 0; at < rows.length; at += size)
          done.push(
            ...(
              await office.inScope('amy', (scope) =>
                writePeople(scope, office.app.product.registry, rows.slice(at, at + size), {
                  mode,
                }),
              )
            ).map(({ kind }) => kind),
          )
        expect(foreseen).toEqual(done)
      },
    ),
    { numRuns: 40 },
  )
})

/** The four numbers of the page, before anything is begun. */
const outlookOn = (page: string) => {
  const [, outlook = ''] = /data-testid="import-outlook"(.*?)<\/section>/s.exec(page) ?? []
  return [...outlook.matchAll(/<dd>\s*([\d,]+)/g)].map(([, number]) => number)
}

const file = [
  'Name,Region,Owner',
  'Acme,Leeds,',
  'Betasol,York,',
  'Cance,Hull,',
  'Cance,Hull,',
  'Dextra,,Nobody Known',
  ',Bath,',
].join('\n')

test('before lin imports, the page says what is new, updated, unchanged and refused; and so it comes', async () => {
  const lin = office.as('lin')
  await ended(office, await begin(lin, 'accounts', 'Name,Region\nAcme,Leeds\nBetasol,Bath'))
  const { id } = await upload(lin, 'accounts', file)
  const page = await (await lin.get(`/admin/import/${id}`)).text()
  expect(outlookOn(page)).toEqual(['1', '1', '2', '2'])
  expect(page).toContain('4 rows are ready, 2 have problems')
  expect(page).toContain('Nobody Known')
  const names = await office.inScope('amy', ({ db, company }) =>
    db.execute(sql`select name from contacts.accounts where company_id = ${company.id}`),
  )
  expect(names).toHaveLength(2)
  await lin.post(`/admin/import/${id}/start`)
  expect(await ended(office, id)).toMatchObject({ created: 1, updated: 1, skipped: 2, rejected: 2 })
})

test('a rehearsal waits for nobody, and nobody for it', async () => {
  const lin = office.as('lin')
  await ended(office, await begin(lin, 'accounts', 'Name,Region\nAcme,Leeds'))
  const { id } = await upload(lin, 'accounts', 'Name,Region\nAcme,York')
  await office.inScope('amy', async ({ db, company }) => {
    await db.execute(sql`
      select from contacts.accounts where company_id = ${company.id} for update`)
    await db.execute(
      sql`select pg_advisory_xact_lock(hashtext('contacts.import'), hashtext(${company.id}))`,
    )
    expect(outlookOn(await (await lin.get(`/admin/import/${id}`)).text())).toEqual([
      '0',
      '1',
      '0',
      '0',
    ])
  })
})

test('a file that a job reads is tried out as well, rows far apart included', async () => {
  const lin = office.as('lin')
  const rows = Array.from({ length: 3_200 }, (_, at) => `Firm ${at},${'x'.repeat(180)}`)
  const { id } = await upload(lin, 'accounts', ['Name,Address', ...rows, rows[0]].join('\n'))
  await read(lin, id)
  expect(outlookOn(await (await lin.get(`/admin/import/${id}`)).text())).toEqual([
    '3,200',
    '0',
    '1',
    '0',
  ])
})

test('where a required column is missing nothing is foreseen', async () => {
  const lin = office.as('lin')
  const { id } = await upload(lin, 'accounts', 'Region,Nonsense\nLeeds,1')
  const page = await (await lin.get(`/admin/import/${id}`)).text()
  expect(page).not.toContain('import-outlook')
})
