import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these parts, packed; for workbooks that no program would write. */
export function zipOf(parts: Record<string, string | Uint8Array>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes, { level: 9 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    local.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** The parts of a workbook with one sheet, some of them replaced. */
export const workbookParts = (
  sheetData: string,
  more: Record<string, string> = {},
): Record<string, string> => ({
  'xl/workbook.xml': `${start}<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${start}<Relationships>
    <Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Target="sharedStrings.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${start}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  ...more,
})

export const workbookOf = (sheetData: string, more: Record<string, string> = {}): Buffer =>
  zipOf(workbookParts(sheetData, more))

/** A row of plain texts. */
export const rowOf = (number: number, texts: readonly string[]): string =>
  `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
