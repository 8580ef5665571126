import { readFileSync } from 'node:fs'
import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeFile, readBytes } from '../../../core/transfer/decode.ts'
import { FileRefused, sayTransferProblem } from '../../../core/transfer/refusal.ts'

const sheet = '公司名称,手机\n华为技术有限公司,13812345678\n腾讯计算机系统,13900000000\n'

/** The code of the refusal, or nothing when the file is taken. */
function refusalOf(bytes: Uint8Array): string | undefined {
  try {
    decodeFile(bytes)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    expect(sayTransferProblem(error.problem, 'zh-CN')).toMatch(/[请表].*。$/)
    return error.problem.code
  }
}

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(sheet)],
    ['utf-8', Buffer.from(`\ufeff${sheet}`)],
    ['gb18030', iconv.encode(sheet, 'gb18030')],
    ['gb18030', iconv.encode('姓名\n张三\n', 'gbk')],
    ['utf-16le', iconv.encode(sheet, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(sheet, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(`${sheet}一一一一,\n`, 'utf-16le')],
    ['utf-16be', iconv.encode(sheet, 'utf-16be')],
    ['windows-1252', iconv.encode('name,city\nMüller GmbH,München\nCafé Zoë,Orléans\n', 'win1252')],
    [
      'big5',
      iconv.encode(
        '公司名稱,手機\n台灣積體電路製造股份有限公司,0912345678\n鴻海精密工業,09\n',
        'big5',
      ),
    ],
  ])('%s is recognised and read', (encoding, bytes) => {
    const decoded = decodeFile(bytes)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text).toBe(iconv.decode(Buffer.from(bytes), encoding))
    expect(decoded.text.startsWith('\ufeff')).toBe(false)
  })

  test('a guess that may be wrong says so, and a person’s choice is taken instead', () => {
    const bytes = iconv.encode('姓名\n张三\n', 'gbk')
    expect(decodeFile(bytes).sure).toBe(false)
    expect(decodeFile(bytes, 'gb18030')).toMatchObject({ sure: true, encoding: 'gb18030' })
    expect(() => decodeFile(bytes, 'utf-8')).toThrow('not written in utf-8')
  })

  test('the listed companies are read the same from UTF-8 and from GB18030', () => {
    const bytes = readFileSync('test/data/listed-companies/stock_basic.csv')
    const text = bytes.toString()
    expect(decodeFile(bytes)).toEqual({ text, encoding: 'utf-8', sure: true })
    expect(decodeFile(iconv.encode(text, 'gb18030'))).toMatchObject({ text, encoding: 'gb18030' })
  })

  test('any text in UTF-8, and any Chinese text in GB18030, comes back as it was', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(text, (text) => {
        expect(decodeFile(Buffer.from(`x${text}`)).text).toBe(`x${text}`)
        const chosen = decodeFile(iconv.encode(`x${text}`, 'gb18030'), 'gb18030')
        expect(chosen.text).toBe(`x${text}`)
      }),
    )
  })
})

describe('what is no table in text is named and refused', () => {
  const zip = (name: string) =>
    Buffer.concat([
      Buffer.from('PK\x03\x04\x14\0\0\0\x08\0'),
      Buffer.alloc(16),
      Buffer.from([name.length, 0, 0, 0]),
      Buffer.from(name),
      deflateRawSync(Buffer.alloc(1000)),
    ])
  test.each([
    ['fileEmpty', Buffer.alloc(0)],
    ['fileEmpty', Buffer.from('\ufeff \r\n')],
    ['fileIsArchive', zip('accounts.csv')],
    ['fileIsArchive', gzipSync('name\nLin')],
    ['fileIsOldOffice', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['fileIsPdf', Buffer.from('%PDF-1.7\n')],
    ['fileIsProgram', Buffer.from('MZ\x90\0\x03\0')],
    ['fileIsProgram', Buffer.from('\x7fELF\x02')],
    ['fileIsPicture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['fileIsWebPage', Buffer.from('\n<!DOCTYPE html><table>')],
    ['fileHasNul', Buffer.from('name\nLin\0Lan\n')],
    ['fileHasNul', Buffer.alloc(5000)],
    ['encodingUnknown', Buffer.from([0x61, 0xff, 0xff, 0xfe, 0x81])],
  ])('%s', (code, bytes) => {
    expect(refusalOf(bytes)).toBe(code)
  })

  test('a firm whose name begins like a program or a zip is still text', () => {
    expect(refusalOf(Buffer.from('MZ Ltd,PK\n'))).toBeUndefined()
    expect(refusalOf(Buffer.from('PK Ltd,1\n'))).toBeUndefined()
  })

  test('two encodings in one file are refused with the line that differs', () => {
    const mixed = Buffer.concat([
      Buffer.from(sheet.repeat(5)),
      iconv.encode('北京字节跳动科技有限公司,1\n', 'gbk'),
      Buffer.from(sheet),
    ])
    expect(() => decodeFile(mixed)).toThrow('Line 16 ')
    const other = Buffer.concat([
      iconv.encode(sheet.repeat(5), 'gbk'),
      Buffer.from('北京字节跳动科技有限公司,1\n'),
    ])
    expect(() => decodeFile(other)).toThrow('Line 16 ')
  })

  test('more than 20 MiB is refused as soon as they have come, whatever was announced', async () => {
    let sent = 0
    const endless = async function* () {
      for (;;) {
        sent += 1
        yield Buffer.alloc(1024 * 1024, 'a')
      }
    }
    await expect(readBytes(endless())).rejects.toThrow('larger than 20 MB')
    expect(sent).toBe(21)
    expect(() => decodeFile(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).toThrow('larger than 20 MB')
  })

  test('no bytes at all make it do anything but read or refuse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        refusalOf(bytes)
      }),
      { numRuns: 2000 },
    )
  })
})
