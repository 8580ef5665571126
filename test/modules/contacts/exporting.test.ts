import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../../core/seed/random.ts'
import { beginImport } from '../../../core/transfer/course.ts'
import { readCsv } from '../../../core/transfer/csv.ts'
import { importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { tableOf } from '../../../core/transfer/workbook/table.ts'
import { seeds } from '../../../modules/contacts/seeds.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
beforeAll(async () => {
  office = await openContactsOffice()
  await office.inScope('amy', async (scope) => {
    const random = seeded(7)
    for (const { make } of seeds) await make(scope, 300, random)
  })
})
afterAll(() => office?.close())

async function exported(kind: string, form: Record<string, string | string[]> = {}) {
  const answer = await office.as('amy').post(`/export/${kind}`, { filters: '', ...form })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

/** Everything stored, as one text. */
const stored = () =>
  office.inScope('amy', async ({ db, company }) => {
    const [row] = await db.execute<{ all: string }>(sql`
      select jsonb_build_array(
        (select jsonb_agg(to_jsonb(a) order by id) from contacts.accounts a where company_id = ${company.id}),
        (select jsonb_agg(to_jsonb(p) order by id) from contacts.people p where company_id = ${company.id}),
        (select jsonb_agg(to_jsonb(w) order by person_id, account_id) from contacts.person_accounts w
          where company_id = ${company.id}))::text as all`)
    return row?.all
  })

test.each([
  ['accounts', 'xlsx'],
  ['accounts', 'csv'],
  ['contacts', 'xlsx'],
  ['contacts', 'csv-gb18030'],
])(
  'everything seeded of %s, exported as %s and imported again, changes nothing',
  async (kind, format) => {
    const before = await stored()
    const bytes = await exported(kind, { format })
    const { product } = office.app
    const id = await office.inScope('amy', async (scope) => {
      const transfer = importKind(product.registry, scope, kind)
      const taken = await takeFile(
        scope,
        transfer,
        `list.${format.slice(0, 4).replace('-', '')}`,
        bytes,
      )
      await beginImport(scope, taken)
      return taken
    })
    const found = await runImport(product, office.company, office.people.amy, id, 'test')
    expect(found).toMatchObject({ state: 'done', created: 0, updated: 0 })
    // Of several people of one name, at firms of one name, nobody can say which one a row means.
    expect(found.rejected).toBeLessThan(10)
    expect(found.skipped).toBe(found.totalRows - found.rejected)
    expect(await stored()).toBe(before)
  },
)

test('a file has the columns that were chosen, with the list’s filter', async () => {
  const bytes = await exported('accounts', {
    format: 'xlsx',
    column: ['name', 'region'],
    filters: 'region=上海',
  })
  const { headers, rows } = readCsv(Buffer.from(await tableOf(bytes)).toString())
  expect(headers).toEqual(['Account name', 'Region'])
  for (const { cells } of rows()) expect(cells[1]).toBe('上海')
  const page = await (await office.as('amy').get('/export/accounts?columns=name,phone&q=x')).text()
  expect(page.match(/name="column"[^>]*checked/g)).toHaveLength(2)
})

test('numbers, amounts and days go out as spreadsheets count with them', async () => {
  const form = {
    name: '数据公司',
    employees: '1.2万',
    revenue: '1234.5万',
    listedOn: '2026年3月5日',
  }
  expect((await office.as('amy').post('/contacts/accounts', form)).status).toBe(303)
  const columns = ['name', 'listedOn', 'foundedYear', 'employees', 'revenue']
  const filters = `q=${encodeURIComponent('数据公司')}`
  const bytes = await exported('accounts', { format: 'csv', column: columns, filters })
  expect(bytes.toString().split('\r\n')).toEqual([
    '\ufeffAccount name,Listed on,Founded in,Employees,Annual revenue (GBP)',
    '数据公司,2026-03-05,,12000,12345000.00',
    '',
  ])
})

test('the audit trail has how many rows went out and the hash of the file', async () => {
  const bytes = await exported('accounts', { format: 'csv' })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const entry = await until('the delivery is written down', () =>
    office.inScope('amy', async ({ db, company }) => {
      const [row] = await db.execute<{ count: number; asked: string }>(sql`
        select (d.after ->> 'count')::int as count, a.action as asked from core.audit d
        join core.audit a on a.company_id = d.company_id and a.record_id = d.record_id
          and a.action = 'exported'
        where d.company_id = ${company.id} and d.action = 'delivered'
          and d.after ->> 'sha256' = ${sha256}`)
      return row ?? false
    }),
  )
  const lines = [...readCsv(bytes.toString()).rows()]
  expect(entry).toEqual({ count: lines.length, asked: 'exported' })
})

test('tara, who may not export, is told that there is nothing, in every format', async () => {
  for (const format of ['xlsx', 'csv'])
    expect((await office.as('tara').post('/export/accounts', { format, filters: '' })).status).toBe(
      404,
    )
})
