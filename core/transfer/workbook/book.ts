import { refuseFile } from '../refusal.ts'
import type { Parts } from './parts.ts'
import { walk } from './xml.ts'

/** What a sheet needs to be read: its part, that of the texts, and which styles are of days. */
export type Book = {
  sheet: string
  strings: string | undefined
  dated: readonly boolean[]
  /** Days are counted from 1904, as old Macs did. */
  since1904: boolean
}

type Sheet = { relation: string; hidden: boolean }

/** Reads which part is the first sheet that people see, and how its cells are to be read. */
export async function readBook(parts: Parts): Promise<Book> {
  const sheets: Sheet[] = []
  let since1904 = false
  await walk(parts.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (relation) sheets.push({ relation, hidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  const targets = await readRelations(parts)
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  const sheet = first && targets.get(first.relation)
  if (!sheet || !parts.has(sheet)) return refuseFile('workbookBroken')
  const texts = [...targets.values()].find((target) => /sharedStrings\.xml$/i.test(target))
  return {
    sheet,
    strings: texts && parts.has(texts) ? texts : undefined,
    dated: parts.has('xl/styles.xml') ? await readStyles(parts) : [],
    since1904,
  }
}

async function readRelations(parts: Parts): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await walk(parts.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || !Id || !Target) return
      targets.set(
        Id,
        Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`,
      )
    },
  })
  return targets
}

async function readStyles(parts: Parts): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const dated: boolean[] = []
  let inCells = false
  await walk(parts.read('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells)
        dated.push(isDated(Number(numFmtId ?? 0), formats.get(Number(numFmtId))))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dated
}

/** The formats of days and times: those built in (27–36 and 50–58 are Chinese ones), or by their letters. */
function isDated(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return [
      [14, 22],
      [27, 36],
      [45, 47],
      [50, 58],
    ].some(([from = 0, to = 0]) => id >= from && id <= to)
  const letters = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[ymdhs]/i.test(letters) && !/general/i.test(letters)
}
