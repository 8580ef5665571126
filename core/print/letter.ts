import { ink, line, margin, openPaper, quiet, width } from './paper.ts'
import { type PrintedTable, printTable } from './table.ts'

/** Whose paper it is: the name, what is said of the firm below it, and a picture if there is one. */
export type LetterSender = { name: string; lines: readonly string[]; logo: Buffer | null }

export type LetterHead = {
  sender: LetterSender
  title: string
  /** Number, day and the like, beside the receiver. */
  facts: readonly (readonly [label: string, value: string])[]
  receiver: { label: string; lines: readonly string[] }
  /** At the foot of each sheet, beside which of how many it is. */
  foot: string
  page: (number: number, of: number) => string
}

/** A letter to somebody outside, printed from its head downwards. */
export type Letter = {
  heading: (text: string) => void
  text: (text: string, look?: 'quiet') => void
  table: (table: PrintedTable) => void
  /** Sums at the right edge; the last one is what is to be paid. */
  sums: (sums: readonly (readonly [label: string, value: string])[]) => void
  /** The finished file; nothing can be printed afterwards. */
  finish: () => Promise<Buffer>
}

const half = width / 2 - 12

/** Opens a letter with the head of the firm that sends it. */
export async function openLetter(head: LetterHead): Promise<Letter> {
  const { doc, finish } = await openPaper(
    { company: head.sender.name, title: head.title },
    { bufferPages: true },
  )
  printSender(doc, head.sender)
  doc.fontSize(18).fillColor(ink).text(head.title, margin, doc.y, { width })
  doc.moveDown(0.3)
  printAddressed(doc, head)
  return {
    heading: (text) => {
      doc.moveDown(0.6)
      doc.fontSize(11).fillColor(ink).text(text, margin, doc.y, { width })
      doc.moveDown(0.2)
    },
    text: (text, look) => {
      doc
        .fontSize(9.5)
        .fillColor(look === 'quiet' ? quiet : ink)
        .text(text, margin, doc.y, { width })
    },
    table: (table) => printTable(doc, table),
    sums: (sums) => printSums(doc, sums),
    finish: async () => {
      printFeet(doc, head)
      return finish()
    },
  }
}

const logoHeight = 44

function printSender(doc: PDFKit.PDFDocument, { name, lines, logo }: LetterSender): void {
  const top = doc.y
  const beside = logo ? 130 : 0
  if (logo) doc.image(logo, margin, top, { fit: [beside - 12, logoHeight] })
  const place = { width: width - beside }
  doc
    .fontSize(13)
    .fillColor(ink)
    .text(name, margin + beside, top, place)
  doc.fontSize(8.5).fillColor(quiet)
  for (const text of lines) doc.text(text, margin + beside, doc.y, place)
  doc.y = Math.max(doc.y, logo ? top + logoHeight : top) + 8
  rule(doc)
  doc.y += 12
}

/** The receiver on the left, the facts on the right. */
function printAddressed(doc: PDFKit.PDFDocument, { receiver, facts }: LetterHead): void {
  const top = doc.y
  doc.fontSize(8.5).fillColor(quiet).text(receiver.label, margin, top, { width: half })
  doc.fontSize(9.5).fillColor(ink)
  for (const text of receiver.lines) doc.text(text, margin, doc.y, { width: half })
  const left = doc.y
  const right = margin + half + 24
  doc.y = top
  for (const [label, value] of facts) {
    const y = doc.y
    doc.fontSize(8.5).fillColor(quiet).text(label, right, y, { width: 84 })
    const below = doc.y
    doc
      .fontSize(9.5)
      .fillColor(ink)
      .text(value, right + 88, y, { width: half - 88 })
    doc.y = Math.max(doc.y, below)
  }
  doc.x = margin
  doc.y = Math.max(left, doc.y) + 12
}

function printSums(
  doc: PDFKit.PDFDocument,
  sums: readonly (readonly [label: string, value: string])[],
): void {
  doc.y += 4
  for (const [at, [label, value]] of sums.entries()) {
    const isLast = at === sums.length - 1
    if (doc.y + 24 > doc.page.height - margin - 24) doc.addPage()
    const y = doc.y
    const size = isLast ? 12 : 9.5
    doc
      .fontSize(size)
      .fillColor(isLast ? ink : quiet)
      .text(label, margin, y, { width: width - 140, align: 'right' })
    doc
      .fontSize(size)
      .fillColor(ink)
      .text(value, margin + width - 132, y, { width: 132, align: 'right' })
    doc.y = y + size * 1.6
  }
  doc.x = margin
}

/** Below the margin, where text would begin another page if pdfkit were not told otherwise. */
function printFeet(doc: PDFKit.PDFDocument, { foot, page }: LetterHead): void {
  const { count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at)
    doc.page.margins.bottom = 0
    const y = doc.page.height - margin + 12
    doc.fontSize(8).fillColor(quiet)
    doc.text(foot, margin, y, { width: width - 90, lineBreak: false, ellipsis: true })
    doc.text(page(at + 1, count), margin + width - 80, y, { width: 80, align: 'right' })
  }
}

function rule(doc: PDFKit.PDFDocument): void {
  doc
    .moveTo(margin, doc.y)
    .lineTo(margin + width, doc.y)
    .strokeColor(line)
    .lineWidth(0.5)
    .stroke()
}
