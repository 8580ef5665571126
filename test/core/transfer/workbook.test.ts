import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { decodeFile } from '../../../core/transfer/decode.ts'
import { keepFile, readTable } from '../../../core/transfer/opening.ts'
import { FileRefused, sayTransferProblem } from '../../../core/transfer/refusal.ts'
import { rowOf, workbookOf, workbookParts, zipOf } from './zip.ts'

const tableOf = (content: Uint8Array) => readTable(decodeFile(content).text)

/** Every row of the file as one takes it in, the header first. */
async function tableIn(bytes: Uint8Array, name = 'list.xlsx'): Promise<string[][]> {
  const sheet = tableOf((await keepFile(name, bytes)).content)
  return [sheet.headers, ...[...sheet.rows()].map(({ cells }) => cells)]
}

async function refusalOf(bytes: Uint8Array, name = 'list.xlsx'): Promise<string> {
  try {
    await tableIn(bytes, name)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    expect(sayTransferProblem(error.problem, 'zh-CN')).toMatch(/。$/)
    return error.problem.code
  }
  return 'taken'
}

describe('reading', () => {
  test('texts, numbers, days, answers and gaps come as one would type them', async () => {
    const { buffer } = await writeXlsx({
      sheets: [
        {
          name: '客户',
          rows: [
            ['名称', '人数', '成立', '活跃', '备注'],
            ['上海星河', 1234.5, new Date(Date.UTC(2026, 2, 5)), true, '两行\n"备注"'],
            ['海鸥, 青岛', 0.1 + 0.2, new Date(Date.UTC(2026, 2, 5, 14, 30)), false],
            [],
            ['=1+1', 13_812_345_678],
          ],
        },
      ],
    })
    expect(await tableIn(new Uint8Array(buffer))).toEqual([
      ['名称', '人数', '成立', '活跃', '备注'],
      ['上海星河', '1234.5', '2026-03-05', 'TRUE', '两行\n"备注"'],
      ['海鸥, 青岛', '0.3', '2026-03-05 14:30:00', 'FALSE', ''],
      ['=1+1', '13812345678', '', '', ''],
    ])
  })

  test('rows keep the numbers their spreadsheet shows, also below an empty top', async () => {
    const bytes = workbookOf(rowOf(3, ['Name']) + rowOf(7, ['Lin']) + rowOf(8, ['Emil']))
    const sheet = tableOf((await keepFile('list.xlsx', bytes)).content)
    expect([...sheet.rows()].map(({ rowNumber }) => rowNumber)).toEqual([7, 8])
  })

  test('texts that cells share are found, without the readings above them', async () => {
    const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
    const strings = `<sst><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si>
      <si><t>a_x000D_b</t></si></sst>`
    const bytes = workbookOf(cells + rowOf(2, ['x']), { 'xl/sharedStrings.xml': strings })
    expect((await tableIn(bytes))[0]).toEqual(['张三', '', 'a\nb'])
  })

  test('a formula stands for the result it had, an error for itself', async () => {
    const cells =
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><v>#REF!</v></c></row>'
    expect(await tableIn(workbookOf(rowOf(1, ['A', 'B']) + cells))).toEqual([
      ['A', 'B'],
      ['2', '#REF!'],
    ])
  })

  test('days in Chinese formats and those counted from 1904 are days', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
      <numFmt numFmtId="177" formatCode="0.00_ "/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="57"/><xf numFmtId="177"/></cellXfs></styleSheet>`
    const cells =
      '<row r="2"><c s="1"><v>46086</v></c><c s="2"><v>46086</v></c><c s="3"><v>46086</v></c></row>'
    const sheet = rowOf(1, ['A', 'B', 'C']) + cells
    const [, row] = await tableIn(workbookOf(sheet, { 'xl/styles.xml': styles }))
    expect(row).toEqual(['2026-03-05', '2026-03-05', '46086'])
    const old = workbookParts(sheet)['xl/workbook.xml']?.replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    )
    const [, mac] = await tableIn(
      workbookOf(sheet, { 'xl/styles.xml': styles, 'xl/workbook.xml': old ?? '' }),
    )
    expect(mac?.[0]).toBe('2030-03-06')
  })

  test('a number whose digits a spreadsheet has rounded away is not handed on as if it were whole', async () => {
    const cells = '<row r="2"><c><v>110105194912310021</v></c><c><v>1.3812345678E10</v></c></row>'
    const [, row] = await tableIn(workbookOf(rowOf(1, ['A', 'B']) + cells))
    expect(row).toEqual(['1.1010519491231002E+17', '13812345678'])
  })

  test('the first sheet that people see is read', async () => {
    const book = `<workbook xmlns:r="r"><sheets><sheet name="h" state="hidden" r:id="rId1"/>
      <sheet name="s" r:id="rId3"/></sheets></workbook>`
    const relations = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId3" Target="/xl/worksheets/two.xml"/></Relationships>`
    const bytes = workbookOf(rowOf(1, ['hidden']), {
      'xl/workbook.xml': book,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/worksheets/two.xml': `<worksheet><sheetData>${rowOf(1, ['seen'])}${rowOf(2, ['x'])}</sheetData></worksheet>`,
    })
    expect((await tableIn(bytes))[0]).toEqual(['seen'])
  })
})

describe('refusing', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
  test.each([
    ['an empty sheet', 'fileEmpty', workbookOf('')],
    ['only a header', 'rowsMissing', workbookOf(rowOf(1, ['Name']))],
    [
      'a formula without its result',
      'formulaWithoutResult',
      workbookOf('<row r="1"><c><f>A2</f></c></row>'),
    ],
    ['a cell without end', 'cellTooLong', workbookOf(rowOf(1, ['x'.repeat(40_000)]))],
    [
      'a cell far to the right',
      'tooManyColumns',
      workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    ],
    ['rows that go backwards', 'workbookBroken', workbookOf(rowOf(2, ['a']) + rowOf(1, ['b']))],
    ['a row without a number', 'workbookBroken', workbookOf('<row r="x"/>')],
    ['a row beyond all rows', 'workbookHasTooManyRows', workbookOf(rowOf(2_000_000, ['a']))],
    ['a sheet that is no XML', 'workbookBroken', workbookOf('<row')],
    ['no sheet', 'workbookBroken', zipOf({ 'xl/workbook.xml': '<workbook/>' })],
    [
      'a document type in the sheet',
      'workbookHasDoctype',
      workbookOf('', { 'xl/worksheets/sheet1.xml': `${doctype}<worksheet>&e;</worksheet>` }),
    ],
    [
      'a document type in its texts',
      'workbookHasDoctype',
      workbookOf(rowOf(1, ['a']), { 'xl/sharedStrings.xml': `${doctype}<sst/>` }),
    ],
  ])('%s', async (_, code, bytes) => {
    expect(await refusalOf(bytes)).toBe(code)
  })

  test('a workbook cut short, or with any of its bytes changed, is read or refused', async () => {
    const whole = workbookOf(rowOf(1, ['Name']) + rowOf(2, ['Lin']))
    for (const length of [5, 100, whole.length - 30, whole.length - 1])
      expect(await refusalOf(whole.subarray(0, length), 'list')).not.toBe('taken')
    for (let at = 30; at < whole.length; at += 97) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x5a
      await refusalOf(changed, 'list')
    }
  })

  const sheet = `<worksheet><sheetData>${rowOf(1, ['Name'])}${rowOf(2, ['Lin'])}${rowOf(3, ['Emil'])}`
  const strings = '<sst><si><t>Name</t></si><si><t>Lin</t></si></sst>'
  const shared = ['0', '1'].map((v, at) => `<row r="${at + 1}"><c t="s"><v>${v}</v></c></row>`)
  const texts = (part: string) => workbookOf(shared.join(''), { 'xl/sharedStrings.xml': part })
  test.each([
    ['in mid-row', `${sheet}<row r="4"><c r="A4" t="n"><v>1</v></c>`],
    ['in mid-cell', `${sheet}<row r="4"><c r="A4" t="n"><v>1`],
    ['in a tag', `${sheet}<row r="4"><c r="A`],
    ['in row 2, below the header', sheet.slice(0, sheet.indexOf('Lin'))],
    ['before </sheetData>', sheet],
    ['before </worksheet>', `${sheet}</sheetData>`],
    ['in </worksheet>', `${sheet}</sheetData></works`],
    ['before it began', ''],
  ])('a workbook whose sheet is cut off %s is damaged', async (_, part) => {
    const bytes = workbookOf('', { 'xl/worksheets/sheet1.xml': part })
    expect(await refusalOf(bytes)).toBe('workbookBroken')
  })

  test('a workbook whose shared texts are cut off, or too few, is damaged', async () => {
    expect(await tableIn(texts(strings))).toEqual([['Name'], ['Lin']])
    expect(await refusalOf(texts(strings.replace('</sst>', '')))).toBe('workbookBroken')
    expect(await refusalOf(texts(strings.slice(0, strings.indexOf('Lin'))))).toBe('workbookBroken')
    expect(await refusalOf(texts('<sst><si><t>Name</t></si></sst>'))).toBe('workbookBroken')
  })

  test('a sheet that is whole and has nothing in it is empty, not damaged', async () => {
    const bytes = workbookOf('', {
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    })
    expect(await refusalOf(bytes)).toBe('fileEmpty')
  })

  test('what unpacks without end is refused before it has, and fills no memory', async () => {
    const huge = Buffer.concat([Buffer.from('<a>'), Buffer.alloc(300 * 1024 * 1024, ' ')])
    const bombs = [
      zipOf({ ...workbookParts(''), 'xl/worksheets/sheet1.xml': huge }),
      zipOf({ ...workbookParts(''), 'xl/sharedStrings.xml': huge }),
      zipOf(
        Object.fromEntries([
          ...Object.entries(workbookParts('')),
          ...Array.from({ length: 2_500 }, (_, at) => [`xl/media/${at}`, '']),
        ]),
      ),
    ]
    for (const bomb of bombs) {
      const before = process.memoryUsage().rss
      expect(await refusalOf(bomb)).toBe('workbookIsBomb')
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    }
  })

  test('more tiny rows than a spreadsheet has are too many, and not damaged', async () => {
    const rows = Array.from({ length: 1_100_000 }, () => '<row><c><v>1</v></c></row>').join('')
    const odd = rows.replaceAll('1', () => String(Math.random()).slice(2, 6))
    expect(await refusalOf(workbookOf(odd))).toBe('workbookHasTooManyRows')
  })

  test('ten million cells in one row are refused at the five hundred and first', async () => {
    const row = `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`
    expect(await refusalOf(workbookOf(row))).toBe('tooManyColumns')
  })
})

describe('a file that is not what its name says', () => {
  const workbook = workbookOf(rowOf(1, ['Name']) + rowOf(2, ['Lin']))
  const cards = Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Lin\nEND:VCARD\n')
  const text = Buffer.from('Name\nLin\n')
  test.each([
    ['a workbook named .csv', 'list.csv', workbook],
    ['a workbook named .VCF', 'list.VCF', workbook],
    ['text named .xlsx', 'list.xlsx', text],
    ['text named .vcf', 'list.vcf', text],
    ['cards named .csv', 'list.csv', cards],
  ])('%s is refused', async (_, name, bytes) => {
    expect(await refusalOf(bytes, name)).toBe('fileNotAsNamed')
  })
  test('a name that promises nothing is taken for what is inside', async () => {
    for (const bytes of [workbook, cards, text]) {
      expect(await refusalOf(bytes, 'list')).toBe('taken')
      expect(await refusalOf(bytes, 'list.bak')).toBe('taken')
    }
  })
})
