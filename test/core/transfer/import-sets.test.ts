import { readFile } from 'node:fs/promises'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCsv } from '../../../core/transfer/csv.ts'
import { openModule } from '../../../flags/audience.ts'
import { type Office, openOffice } from '../../setup/office.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { begin, ended } from './warehouse.ts'

let office: Office
let amy: Visitor
beforeAll(async () => {
  office = await openOffice()
  await office.inScope('amy', (scope) =>
    openModule(
      scope,
      { id: 'contacts' },
      [{ kind: 'everyone', variant: 'write' }],
      'for this test',
    ),
  )
  amy = office.as('amy')
})
afterAll(() => office.close())

/** A set comes in three times, each in a few seconds on an idle machine. */
const timeout = 120_000

const read = (path: string) => readFile(`test/data/${path}`)
const listed = 'listed-companies/stock_basic.csv'
const sold = 'sales-opportunities/accounts.csv'

const tickets = 'support-tickets/customer_support_tickets.csv'

const bring = async (
  visitor: Visitor,
  content: string | Uint8Array,
  kind = 'accounts',
  name = 'list.csv',
) => ended(office, await begin(visitor, kind, content, name), 60)

/** The same table as a workbook, as another program writes it. */
async function asWorkbook(bytes: Buffer): Promise<Uint8Array> {
  const { headers, rows } = readCsv(bytes.toString().replace('\ufeff', ''))
  const all = [headers, ...Array.from(rows(), ({ cells }) => cells)]
  return writeXlsx({ sheets: [{ name: 'Sheet1', rows: all }] })
}

const counts = ({ created, updated, skipped, rejected }: Awaited<ReturnType<typeof bring>>) => ({
  created,
  updated,
  skipped,
  rejected,
})

/** The whole list as the export page hands it out. */
async function exported(kind = 'accounts'): Promise<string> {
  const answer = await amy.post(`/export/${kind}`, { filters: '', reason: 'to compare' })
  expect(answer.status).toBe(200)
  return answer.text()
}

test('the listed companies come in whole, every one of the 5,253, and a second time none changes', {
  timeout,
}, async () => {
  const bytes = await read(listed)
  expect(counts(await bring(amy, bytes))).toEqual({
    created: 5253,
    updated: 0,
    skipped: 0,
    rejected: 0,
  })
  expect(counts(await bring(amy, bytes))).toEqual({
    created: 0,
    updated: 0,
    skipped: 5253,
    rejected: 0,
  })
  const legacy = iconv.encode(bytes.toString(), 'gb18030')
  expect(counts(await bring(amy, legacy))).toEqual({
    created: 0,
    updated: 0,
    skipped: 5253,
    rejected: 0,
  })
})

test('the 85 accounts of the sales opportunities come in, subsidiaries under their parents', async () => {
  const bytes = await read(sold)
  expect(counts(await bring(amy, bytes))).toEqual({
    created: 85,
    updated: 0,
    skipped: 0,
    rejected: 0,
  })
  expect(counts(await bring(amy, bytes))).toEqual({
    created: 0,
    updated: 0,
    skipped: 85,
    rejected: 0,
  })
})

test('the listed companies and the accounts as workbooks, and the accounts in GB18030, are the same records', {
  timeout,
}, async () => {
  for (const path of [listed, sold]) {
    const bytes = await read(path)
    const unchanged = { created: 0, updated: 0, rejected: 0 }
    expect(
      counts(await bring(amy, await asWorkbook(bytes), 'accounts', 'list.xlsx')),
    ).toMatchObject(unchanged)
    const legacy = iconv.encode(bytes.toString(), 'gb18030')
    expect(counts(await bring(amy, legacy))).toMatchObject(unchanged)
  }
})

test('the customers of the support tickets come in as contacts, from text of two encodings and from a workbook', {
  timeout,
}, async () => {
  const bytes = await read(tickets)
  const { created, updated, skipped, rejected } = await bring(amy, bytes, 'contacts')
  expect({ created, rejected }).toEqual({ created: 2749, rejected: 0 })
  expect(created + updated + skipped).toBe(2769)
  const legacy = iconv.encode(bytes.toString(), 'gb18030')
  expect(await bring(amy, legacy, 'contacts')).toMatchObject({ created: 0, rejected: 0 })
  const workbook = await asWorkbook(bytes)
  const again = await bring(amy, workbook, 'contacts', 'tickets.xlsx')
  expect(again).toMatchObject({ created: 0, rejected: 0, totalRows: 2769 })
})

test('an export that is imported again changes nothing', async () => {
  const file = await exported()
  expect(file.split('\r\n')).toHaveLength(1 + 5253 + 85 + 1)
  expect(counts(await bring(amy, file))).toEqual({
    created: 0,
    updated: 0,
    skipped: 5338,
    rejected: 0,
  })
})

test('an export of more than 1,000 asks why, and every export is in the audit trail', async () => {
  const refused = await amy.post('/export/accounts', { filters: '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Why do you need this file?')
  const few = await amy.post('/export/accounts', { filters: 'region=西藏' })
  expect(few.status).toBe(200)
  expect((await few.text()).split('\r\n')).toHaveLength(1 + 22 + 1)
  const trail = await (await amy.get('/admin/audit')).text()
  expect(trail).toContain('to compare')
})

test('people come in with their firms; strange names, half phones and formulas survive the way out and in', async () => {
  const rows = [
    'Name,Mobile,E-mail,Account,About',
    '张伟,138 1234 5678,zhang@example.com,平安银行,第一次来',
    '🚢 Ahab,,ahab@example.com,Acme Corporation,=HYPERLINK("http://evil")',
    'سارة,,sara@example.com,,"-1+1\nsecond line"',
    'Nobody,,not an address,,',
  ].join('\n')
  expect(counts(await bring(amy, rows, 'contacts'))).toEqual({
    created: 3,
    updated: 0,
    skipped: 0,
    rejected: 1,
  })
  const file = await exported('contacts')
  expect(file).toContain("'=HYPERLINK")
  expect(counts(await bring(amy, file, 'contacts'))).toEqual({
    created: 0,
    updated: 0,
    skipped: 3 + 2749,
    rejected: 0,
  })
})

test('emil cannot change by a file what he cannot reach by hand', async () => {
  await bring(amy, 'Name,Industry,Owner\nLin’s Yachts,Boats,lin@harbour.example\n')
  const found = await bring(office.as('emil'), 'Name,Industry\nLin’s Yachts,Taken\n')
  expect(counts(found)).toEqual({ created: 1, updated: 0, skipped: 0, rejected: 0 })
  const hers = await office.as('lin').post('/export/accounts', { filters: 'owner=me' })
  const text = await hers.text()
  expect(text).toContain('Boats')
  expect(text).not.toContain('Taken')
})
