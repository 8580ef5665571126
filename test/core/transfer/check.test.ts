import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { checkRow, noCounts, planCheck, previewSheet } from '../../../core/transfer/check.ts'
import { guessMapping } from '../../../core/transfer/columns.ts'
import { readCsv } from '../../../core/transfer/csv.ts'
import { decodeFile } from '../../../core/transfer/decode.ts'
import { type Boat, boats, reading } from './columns.ts'

function open(bytes: Uint8Array, dates = reading) {
  const sheet = readCsv(decodeFile(bytes).text)
  return { sheet, plan: planCheck(sheet, guessMapping(sheet.headers, boats), boats, dates) }
}

/** Previews a file with all of its rows. */
function preview(file: string | Uint8Array) {
  const { sheet, plan } = open(Buffer.from(file as string))
  return previewSheet(sheet, plan, { keep: Number.POSITIVE_INFINITY })
}

test('each bad cell is named with its column, its text and its problem; good ones are understood', async () => {
  const { counts, fit, rejected } = await preview(
    'Name,手机,Crew,Built on\nSeagull,138-1234-5678,1.2万,2026年3月5日\n,12345,many,2026-02-30\n',
  )
  expect(counts).toEqual({ total: 2, fit: 1, rejected: 1, emptyWords: 0 })
  expect(fit[0]).toMatchObject({
    rowNumber: 2,
    values: { name: 'Seagull', crew: 12_000, built: '2026-03-05' },
    shown: { phone: '138 1234 5678', crew: '12,000', built: '2026-03-05' },
  })
  expect(rejected[0]).toMatchObject({
    rowNumber: 3,
    problems: [
      { header: 'Name', given: '', problem: { code: 'missing' } },
      { header: 'Crew', given: 'many', problem: { code: 'notANumber' } },
      { header: 'Built on', given: '2026-02-30', problem: { code: 'noSuchDay' } },
    ],
  })
})

test('torn and overlong rows are rejected, never read half; empty cells at the end are harmless', async () => {
  const { counts, rejected } = await preview(
    'Name,Crew,Stage\nSeagull\nHeron,1,won,lost\nTern,2,won,,\n',
  )
  expect(counts).toMatchObject({ total: 3, fit: 1, rejected: 2 })
  expect(rejected.map((row) => !row.ok && row.problems)).toMatchObject([
    [{ header: null, problem: { code: 'rowTooShort', values: [1, 3] } }],
    [{ header: null, problem: { code: 'rowTooLong', values: [4, 3] } }],
  ])
})

test('the word null is nothing, and counted; the surname Null is a name', async () => {
  const { counts, fit } = await preview('Name,Crew\nNull,null\nnull,3\n')
  expect(counts).toEqual({ total: 2, fit: 1, rejected: 1, emptyWords: 2 })
  expect(fit[0]).toMatchObject({ values: { name: 'Null' } })
})

test('accounts.csv: all 85 fit, misspellings included', async () => {
  const { counts, fit } = await preview(readFileSync('test/data/sales-opportunities/accounts.csv'))
  expect(counts).toEqual({ total: 85, fit: 85, rejected: 0, emptyWords: 0 })
  expect(fit[0]).toMatchObject({
    values: {
      name: 'Acme Corporation',
      harbour: 'United States',
      crew: 2822,
      price: { minor: 110_004, currency: 'CNY' },
    },
  })
  expect(fit.some((row) => row.ok && row.values.harbour === 'Philipines')).toBe(true)
})

test('sales_pipeline.csv: the column tells that days come first, and no row is lost', async () => {
  const { sheet, plan } = open(readFileSync('test/data/sales-opportunities/sales_pipeline.csv'))
  const counts = noCounts()
  const stages: Record<string, number> = {}
  let undated = 0
  for (const row of sheet.rows()) {
    const checked = checkRow(plan, row, counts)
    if (!checked.ok) continue
    const { stage = '', built } = checked.values
    stages[stage] = (stages[stage] ?? 0) + 1
    if (built === undefined) undated += 1
    else expect(built).toMatch(/^201[67]-\d\d-\d\d$/)
    if (row.cells[0] === '1C1I7A6R') expect(built).toBe('2016-10-20')
  }
  expect(counts).toMatchObject({ total: 8800, fit: 8800, rejected: 0 })
  expect(stages).toEqual({ won: 4238, lost: 2473, engaging: 1589, prospecting: 500 })
  expect(undated).toBe(500)
})

test('without a telling cell, days that can mean two are rejected until the order is declared', async () => {
  const file = Buffer.from('Name,Built on\nSeagull,01-03-2017\n')
  expect((await preview(file)).counts).toMatchObject({ fit: 0, rejected: 1 })
  const { sheet, plan } = open(file, { ...reading, order: 'DMY' } as typeof reading)
  expect((await previewSheet(sheet, plan)).fit[0]).toMatchObject({
    values: { built: '2017-03-01' },
  })
})

test('stock_basic.csv in GB18030 is read as in UTF-8, every one of its 5,253 rows', async () => {
  const bytes = readFileSync('test/data/listed-companies/stock_basic.csv')
  const utf8 = await preview(bytes)
  const legacy = await preview(iconv.encode(bytes.toString(), 'gb18030'))
  expect(utf8.counts).toEqual({ total: 5253, fit: 5253, rejected: 0, emptyWords: 0 })
  expect(legacy).toEqual(utf8)
  expect(utf8.fit[1]).toMatchObject({ values: { name: '万科A', built: '1991-01-29' } })
})

test('total is always fit and rejected together, and as many as the rows that hold something', async () => {
  const line = fc.array(fc.constantFrom('', 'x', '1', 'null', '2026-3-5', '😀'), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
      const filled = lines.filter((cells) => cells.some((cell) => cell !== '')).length
      if (filled === 0) return
      const { counts, fit, rejected } = await preview(
        `Name,Crew,Built on\n${lines.map((cells) => cells.join(',')).join('\n')}`,
      )
      expect(counts.total).toBe(filled)
      expect([fit.length, rejected.length]).toEqual([counts.fit, counts.rejected])
      expect(counts.fit + counts.rejected).toBe(counts.total)
    }),
  )
})

test('a wrong cell keeps its row’s other values from being used', async () => {
  const { rejected } = await preview('Name,Crew\nSeagull,many\n')
  expect(rejected[0]).not.toHaveProperty('values')
  expect((rejected[0] as { values?: Boat }).values).toBeUndefined()
})

test('others have their turn while 100,000 rows are checked', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `Boat ${at},${at},1.2万`)
  const { sheet, plan } = open(Buffer.from(['Name,Crew,Price', ...rows].join('\n')))
  let turns = 0
  let done = false
  const others = () => {
    turns += 1
    if (!done) setImmediate(others)
  }
  setImmediate(others)
  const { counts } = await previewSheet(sheet, plan)
  done = true
  expect(counts).toMatchObject({ total: 100_000, fit: 100_000 })
  expect(turns).toBeGreaterThan(3)
})
