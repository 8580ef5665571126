import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planCheck, previewSheet } from '../../../core/transfer/check.ts'
import { guessMapping } from '../../../core/transfer/columns.ts'
import { readCsv } from '../../../core/transfer/csv.ts'
import { decodeFile, type Encoding } from '../../../core/transfer/decode.ts'
import { exportFile, exportFormats } from '../../../core/transfer/export.ts'
import { type RejectedRow, writeRejects } from '../../../core/transfer/rejects.ts'
import { tableOf } from '../../../core/transfer/workbook/table.ts'
import { parseText } from '../../../core/values/text.ts'
import { type Boat, boats, bytesOf, reading } from './columns.ts'

/** Reads a file as an import would; with the encoding a person would choose if need be. */
async function importAll(bytes: Uint8Array, encoding?: Encoding) {
  const decoded = decodeFile(bytes, encoding)
  const sheet = readCsv(decoded.text)
  const plan = planCheck(sheet, guessMapping(sheet.headers, boats), boats, reading)
  return {
    decoded,
    sheet,
    ...(await previewSheet(sheet, plan, { keep: Number.POSITIVE_INFINITY })),
  }
}

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom(...`'=+-@\t\n ,;"＝＋－＠\u3000林1`),
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map((typed) => parseText(typed))
  .filter((parsed) => parsed.ok)
  .map(({ value }) => value)
  .filter((value) => !/^(null|NULL|NaN)$/.test(value))

const boat: fc.Arbitrary<Boat> = fc.record(
  {
    name: text,
    harbour: text,
    crew: fc.nat(),
    price: fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('CNY', 'USD') }),
    built: fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
    phone: fc.constantFrom(
      { text: '138 1234 5678', e164: '+8613812345678', digits: '8613812345678' },
      { text: '+1 415 555 2671', e164: '+14155552671', digits: '14155552671' },
      { text: '=call Mei 120', e164: null, digits: '120' },
    ),
    email: fc.constantFrom('lin@example.com', '+lan@example.com', '林@公司.中国'),
    stage: fc.constantFrom('won', 'lost'),
  },
  { requiredKeys: ['name'] },
)

test('an export that is imported gives every value back, in both languages and every format', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(boat, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('zh-CN' as const, 'en' as const),
      fc.constantFrom(...exportFormats),
      async (rows, locale, format) => {
        const file = await bytesOf(exportFile(rows, boats, { locale, format, currency: 'CNY' }))
        const { fit, rejected } = await importAll(
          format === 'xlsx' ? await tableOf(file) : file,
          format === 'csv-gb18030' ? 'gb18030' : undefined,
        )
        expect(rejected).toEqual([])
        expect(fit.map((row) => row.ok && row.values)).toEqual(rows)
      },
    ),
    { numRuns: 500 },
  )
})

test('no exported cell begins a formula, except the numbers and phones of typed columns', async () => {
  const rows: Boat[] = [
    {
      name: "=HYPERLINK('http://evil')",
      harbour: '＝1+1',
      price: { minor: -5, currency: 'CNY' },
      phone: { text: '+1 415 555 2671', e164: '+14155552671', digits: '14155552671' },
      email: '+lan@example.com',
    },
    { name: '-1', harbour: "'=x", phone: { text: '-1+cmd', e164: null, digits: '1' } },
  ]
  const file = await bytesOf(
    exportFile(rows, boats, { locale: 'en', format: 'csv', currency: 'CNY' }),
  )
  expect(file.toString().split('\r\n')).toEqual([
    '\ufeffName,Home harbour,Crew,Price (CNY),Built on,Mobile,E-mail,Stage',
    "'=HYPERLINK('http://evil'),'＝1+1,,-0.05,,+1 415 555 2671,'+lan@example.com,",
    "'-1,''=x,,,,'-1+cmd,,",
    '',
  ])
})

test('amounts and numbers can be summed, and days sorted, by any program', async () => {
  const rows: Boat[] = [
    {
      name: 'A',
      crew: 12_000,
      price: { minor: 1_234_500_050, currency: 'CNY' },
      built: '2026-03-05',
    },
    { name: 'B', price: { minor: -9_950, currency: 'USD' } },
  ]
  const [csv, xlsx] = await Promise.all(
    (['csv', 'xlsx'] as const).map((format) =>
      bytesOf(exportFile(rows, boats, { locale: 'zh-CN', format, currency: 'CNY' })),
    ),
  )
  expect(csv?.toString().split('\r\n').slice(0, 3)).toEqual([
    '\ufeff名称,母港,船员,价格（CNY）,建造日期,手机,邮箱,阶段',
    'A,,12000,12345000.50,2026-03-05,,,',
    'B,,,USD -99.50,,,,',
  ])
  const table = Buffer.from(await tableOf(xlsx ?? new Uint8Array())).toString()
  expect(table).toContain('A,,12000,12345000.5,2026-03-05')
})

test('the header goes out before the first row has come', async () => {
  let asked = false
  const late = async function* (): AsyncGenerator<Boat> {
    asked = true
    yield { name: 'Seagull' }
  }
  const file = exportFile(late(), boats, { locale: 'zh-CN', format: 'csv', currency: 'CNY' })[
    Symbol.asyncIterator
  ]()
  const first = await file.next()
  expect(Buffer.from(first.value as Uint8Array).toString()).toContain('名称,母港')
  expect(asked).toBe(false)
  await file.return?.()
})

const typed =
  '船名;手机;Crew;备注\r\n海鸥号;"138;x";many;=1+1\r\n\r\n好船;;3;\r\n;12345;4;"两行\n备注"\r\n短行;120\r\n'

test.each(['utf-8', 'gb18030', 'utf-16le'] as const)(
  'rejected rows go back in %s with all their cells and the reasons, and come in once mended',
  async (encoding) => {
    const source = await bytesOf(encoded(typed, encoding))
    const { decoded, sheet, rejected, counts } = await importAll(source)
    expect(counts).toEqual({ total: 4, fit: 1, rejected: 3, emptyWords: 0 })
    const file = await bytesOf(
      writeRejects({ ...sheet, written: sheet.headers.length }, rejected as RejectedRow[], {
        locale: 'zh-CN',
        encoding: decoded.encoding,
        format: 'text',
      }),
    )
    const again = await importAll(file, encoding)
    expect(again.sheet.headers).toEqual(['船名', '手机', 'Crew', '备注', '未导入的原因'])
    expect([...again.sheet.rows()].map(({ cells }) => cells)).toEqual([
      [
        '海鸥号',
        '138;x',
        'many',
        '=1+1',
        'Crew：这不是数字，请写成 1,234.56 或 1.2万 这样的形式。',
      ],
      ['', '12345', '4', '两行\n备注', '船名：此项必填，请补充。'],
      ['短行', '120', '', '', '这一行有 2 格，而表头有 4 列，请补齐缺少的单元格。'],
    ])
    const mended = decodeFile(file, encoding)
      .text.replace('many', '12')
      .replace(';12345;4', '鹭号;12345;4')
    const last = await importAll(Buffer.from(mended))
    expect(last.counts).toMatchObject({ total: 3, fit: 3, rejected: 0 })
  },
)

test('rejected twice, a row carries only the newest reasons', async () => {
  const first = await importAll(Buffer.from('Name,Crew,Why it was not imported\nSeagull,x,old\n'))
  const file = await bytesOf(
    writeRejects(
      { ...first.sheet, written: first.sheet.headers.length },
      first.rejected as RejectedRow[],
      { locale: 'en', encoding: 'utf-8', format: 'text' },
    ),
  )
  expect(readCsv(file.toString()).headers).toEqual(
    ['\ufeffName', 'Crew', 'Why it was not imported'].map((header) => header.replace('\ufeff', '')),
  )
  expect(file.toString()).not.toContain('old')
})

async function* encoded(text: string, encoding: Encoding) {
  const { encodeLines } = await import('../../../core/transfer/write.ts')
  yield* encodeLines([text], encoding)
}
