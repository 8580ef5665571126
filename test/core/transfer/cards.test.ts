import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeFile } from '../../../core/transfer/decode.ts'
import { readTable } from '../../../core/transfer/opening.ts'

const tableOf = (content: Uint8Array) => readTable(decodeFile(content).text)

/** The cards of a file, each by the columns it fills. */
function cardsIn(content: string | Uint8Array): Record<string, string>[] {
  const sheet = tableOf(Buffer.from(content as string))
  return [...sheet.rows()].map(({ cells }) =>
    Object.fromEntries(
      sheet.headers.map((header, at) => [header, cells[at] ?? '']).filter(([, cell]) => cell),
    ),
  )
}

const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')

describe('cards of several programs', () => {
  test('Android, version 2.1: quoted-printable over several lines', () => {
    const text = card(
      '2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=E4=B8=89',
      'TEL;CELL:138-1234-5678',
      'TEL;WORK;PREF:021-61008888',
      'TEL;WORK;FAX:021-61008889',
      'EMAIL;HOME:zhangsan@example.com',
      'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4=B8=8A=E6=B5=B7=E6=98=9F=',
      '=E6=B2=B3;=E9=87=87=E8=B4=AD',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo',
    )
    expect(cardsIn(text)).toEqual([
      {
        'Full name': '张三',
        Company: '上海星河',
        'Organization unit': '采购',
        Mobile: '138-1234-5678',
        Phone: '021-61008888',
        'E-mail': 'zhangsan@example.com',
        Notes: 'one\ntwo',
      },
    ])
  })

  test('an old Chinese phone, version 2.1: a character set of its own, and no written name', () => {
    const name = [...iconv.encode('王;小明', 'gbk')].map((byte) => `=${byte.toString(16)}`).join('')
    const text = card(
      '2.1',
      `N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:${name}`,
      'TEL;CELL:13900000000',
    )
    expect(cardsIn(text)).toEqual([{ 'Full name': '王小明', Mobile: '13900000000' }])
    expect(
      cardsIn(iconv.encode(card('2.1', 'N:李;四', 'ORG:北京华夏贸易有限公司'), 'gb18030')),
    ).toEqual([{ 'Full name': '李四', Company: '北京华夏贸易有限公司' }])
  })

  test('Apple, version 3.0: folded lines, groups, escapes, a picture', () => {
    const text = card(
      '3.0',
      'PRODID:-//Apple Inc.//macOS 15//EN',
      'N:Lin;Mei;;;',
      'FN:Mei Lin',
      'ORG:Harbour Trading\\, Ltd.;Sales;',
      'TITLE:Head of',
      '  purchasing',
      'item1.EMAIL;type=INTERNET;type=pref:mei@example.com',
      'item1.X-ABLabel:_$!<Other>!$_',
      'EMAIL;type=INTERNET;type=WORK:lin@example.com',
      'TEL;type=IPHONE;type=CELL;type=VOICE:+86 138 1234 5678',
      'item2.ADR;type=WORK:;;100 Century Ave;Shanghai;;200120;China',
      'URL;type=pref:https\\://example.com',
      'NOTE:line one\\nline two\\; end',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD/4QBMRXhpZgAATU0AKgAA',
      ...Array.from(
        { length: 500 },
        () => ' AAgAAYdpAAQAAAABAAAAGgAAAAAAA6ABAAMAAAABAAEAAKACAAQAAAABAAAA',
      ),
    )
    expect(cardsIn(text)).toEqual([
      {
        'Full name': 'Mei Lin',
        Company: 'Harbour Trading, Ltd.',
        'Organization unit': 'Sales',
        Title: 'Head of purchasing',
        Mobile: '+86 138 1234 5678',
        'E-mail': 'mei@example.com',
        'E-mail 2': 'lin@example.com',
        Address: '100 Century Ave Shanghai 200120 China',
        Website: 'https://example.com',
        Notes: 'line one\nline two; end',
      },
    ])
  })

  test('version 4.0: addresses for numbers, parameters in quotation marks', () => {
    const text = card(
      '4.0',
      'FN:José Núñez',
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+34-600-123-456',
      'TEL;VALUE=uri;TYPE=work:tel:+34-91-123-4567;ext=12',
      'EMAIL;TYPE="work;odd:one":jose@example.com',
      'BDAY:19800229',
    )
    expect(cardsIn(text)).toEqual([
      {
        'Full name': 'José Núñez',
        Mobile: '+34-600-123-456',
        Phone: '+34-91-123-4567 ext. 12',
        'E-mail': 'jose@example.com',
        Birthday: '19800229',
      },
    ])
  })

  test('cards inside cards and lines that are none are left out; empty ones keep their place', () => {
    const agent = ['AGENT:', 'BEGIN:VCARD', 'FN:Secretary', 'END:VCARD']
    const text =
      card('2.1', 'FN:Boss', ...agent, 'no property', '') + card('3.0') + card('3.0', 'FN:Emil')
    const sheet = tableOf(Buffer.from(text))
    expect([...sheet.rows()]).toEqual([
      { rowNumber: 2, cells: ['Boss'] },
      { rowNumber: 3, cells: [''] },
      { rowNumber: 4, cells: ['Emil'] },
    ])
  })
})

test('a card that does not end is refused with its number', () => {
  const open = 'BEGIN:VCARD\nFN:Lin\n'
  expect(() => tableOf(Buffer.from(card('3.0', 'FN:Mei') + open))).toThrow('Card 2 ')
  expect(() => tableOf(Buffer.from(open + card('3.0', 'FN:Mei')))).toThrow('END:VCARD')
})

test('a line without end, and any text behind a beginning, is read or refused in no time', () => {
  const long = `FN;${'a=b;'.repeat(200_000)}:x`
  // By squares it would take an hour; a machine at work for others may take some seconds.
  const begun = performance.now()
  expect(cardsIn(card('3.0', long, 'EMAIL:lin@example.com'))[0]).toMatchObject({
    'E-mail': 'lin@example.com',
  })
  cardsIn(card('3.0', `FN:x`, `${'"'.repeat(100_000)}`, `NOTE:${'\\'.repeat(100_000)}`))
  expect(performance.now() - begun).toBeLessThan(30_000)
})
