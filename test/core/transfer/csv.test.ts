import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostColumns, readCsv } from '../../../core/transfer/csv.ts'
import { csvLine } from '../../../core/transfer/write.ts'

const cellsOf = (text: string) => [...readCsv(text).rows()].map(({ cells }) => cells)

describe('reading', () => {
  test.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n1,5;2\n3,5;4\n'],
    ['\t', 'a\tb\n1\t2\n'],
    [';', 'sep=;\na;b\n1;2\n'],
    [',', 'a\n1\n'],
  ])('the delimiter %j is found', (delimiter, text) => {
    expect(readCsv(text)).toMatchObject({ delimiter, headers: expect.arrayContaining(['a']) })
  })

  test.each([
    ['Unix', '\n'],
    ['Windows', '\r\n'],
    ['old Mac', '\r'],
  ])('%s line ends, also within quotation marks', (_, end) => {
    const text = ['name,note', '"Lin ""Lan""","one', 'two"', 'Emil,x', ''].join(end)
    expect(cellsOf(text)).toEqual([
      ['Lin "Lan"', 'one\ntwo'],
      ['Emil', 'x'],
    ])
  })

  test('line ends that change within the file lose no row', () => {
    expect(cellsOf('a,b\r\n1,"2"\n3,"4"\r5,6\r\n7,8')).toHaveLength(4)
  })

  test('rows are numbered as the spreadsheet does; blank ones are nothing but keep their number', () => {
    const rows = [...readCsv('\nname,x\n\nLin,"a\nb"\n , \n,\nEmil,2\n\n').rows()]
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, cells[0]])).toEqual([
      [4, 'Lin'],
      [7, 'Emil'],
    ])
  })

  test('ragged rows come through as they are', () => {
    expect(cellsOf('a,b\n1\n1,2,3\n')).toEqual([['1'], ['1', '2', '3']])
  })

  test('a quotation mark in the middle of a cell is a quotation mark', () => {
    expect(cellsOf('a,b\n5" pipe,x\n')).toEqual([['5" pipe', 'x']])
  })

  test('rows beyond the first window come complete and in order', () => {
    const note = '长备注，"引号"\n第二行'.repeat(40)
    const lines = Array.from({ length: 3000 }, (_, at) => csvLine([String(at), note]))
    const rows = cellsOf(`id,note\r\n${lines.join('')}`)
    expect(rows).toHaveLength(3000)
    expect(rows.every(([id, text], at) => id === String(at) && text === note)).toBe(true)
  })

  test('what is written is read again, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a,;"\n\t \'=+-@＝林🙂é'), maxLength: 6 })
    const table = fc
      .array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
      .filter((rows) => rows.every((row) => row.join('').trim() !== ''))
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const text = [['x', 'y', 'z'], ...rows].map((row) => csvLine(row, delimiter)).join('')
        const read = [...readCsv(text, delimiter).rows()].map(({ cells }) => cells)
        const plain = rows.map((row) =>
          row.map((cell) => cell.replace(/^'(?='*\s*[=+\-@\t\n＝])/, '')),
        )
        expect(read).toEqual(plain)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('refusing', () => {
  const refusalOf = (text: string) => () => {
    for (const _ of readCsv(text).rows());
  }
  test.each([
    ['a file of blank lines', '\n\n , \n', 'add a header row'],
    ['only a header', 'name,phone\n', 'nothing below it'],
    ['a quotation mark never closed', 'a,b\n1,2\n"3,4\n5,6\n', 'row 3 is never closed'],
    ['a quotation mark inside a quoted cell', 'a,b\n"x"y",2\n', 'row 2 stands inside'],
    ['a cell without end', `a,b\n1,2\n${'x'.repeat(40_000)},3\n`, 'row 3 has more than 32767'],
    ['a row without end', `a,b\n1,2\n"${'x'.repeat(3_000_000)}`, 'Row 3 does not end'],
    ['a million columns', `a,b\n1,2\n${'x,'.repeat(1_000_000)}x\n`, 'Row 3 has more than 500'],
    ['ten million commas', ','.repeat(10_000_000), 'Row 1 has more than 500 columns'],
    [
      'a row of many long cells',
      `a,b\n1,2\n${`${'x'.repeat(30_000)},`.repeat(100)}x\n`,
      'Row 3 has more than 1000000 characters',
    ],
    ['too many columns', `a,b\n1,2\n${','.repeat(600)}x\n`, 'Row 3 has more than 500 columns'],
  ])('%s', (_, text, sentence) => {
    expect(refusalOf(text)).toThrow(sentence)
  })

  test('ten million columns are refused at once and without filling the memory', () => {
    const text = `${'a,'.repeat(10_000_000)}a\n1,2\n`
    const before = process.memoryUsage().rss
    const begun = performance.now()
    expect(() => readCsv(text)).toThrow('more than 500 columns')
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('as many columns as are let in are read', () => {
    expect(readCsv(`${'a,'.repeat(mostColumns - 1)}a\n1\n`).headers).toHaveLength(mostColumns)
  })
})
