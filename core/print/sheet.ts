import { ink, line, margin, openPaper, quiet, width } from './paper.ts'

export type Bar = {
  label: string
  /** Between 0 and 100; undefined draws no bar, and `text` says why. */
  value: number | undefined
  /** Where it has to be at the least, and where it should be. */
  floor?: number | undefined
  target?: number | undefined
  text: string
  good: boolean | undefined
}

/** A sheet of A4 that is being printed, from its head downwards. */
export type Sheet = {
  heading: (text: string) => void
  text: (text: string, look?: 'quiet') => void
  list: (items: readonly string[]) => void
  /** Numbers side by side, each with what it is. */
  figures: (figures: readonly { label: string; value: string; note?: string }[]) => void
  bars: (bars: readonly Bar[]) => void
  /** The finished file; nothing can be printed afterwards. */
  finish: () => Promise<Buffer>
}

/**
 * Opens a sheet.
 * @param head stands at its top: whose it is, what it is, and when it was printed
 */
export async function openSheet(head: {
  company: string
  title: string
  note: string
}): Promise<Sheet> {
  const { doc, finish } = await openPaper(head)
  const rule = () => {
    doc.moveDown(0.4)
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + width, doc.y)
      .strokeColor(line)
      .lineWidth(0.5)
      .stroke()
    doc.moveDown(0.4)
  }
  doc.fontSize(9).fillColor(quiet).text(head.company)
  doc.fontSize(18).fillColor(ink).text(head.title)
  doc.fontSize(9).fillColor(quiet).text(head.note)
  rule()
  return {
    heading: (text) => {
      doc.moveDown(0.5)
      doc.fontSize(12).fillColor(ink).text(text, margin, doc.y, { width })
      doc.moveDown(0.2)
    },
    text: (text, look) => {
      doc
        .fontSize(9.5)
        .fillColor(look === 'quiet' ? quiet : ink)
        .text(text, margin, doc.y, { width })
    },
    list: (items) => {
      doc.fontSize(9.5).fillColor(ink)
      for (const item of items) doc.text(`• ${item}`, margin, doc.y, { width, indent: 0 })
    },
    figures: (figures) => printFigures(doc, figures),
    bars: (bars) => {
      for (const bar of bars) printBar(doc, bar)
    },
    finish,
  }
}

function printFigures(
  doc: PDFKit.PDFDocument,
  figures: readonly { label: string; value: string; note?: string }[],
): void {
  const each = width / Math.max(1, figures.length)
  const top = doc.y
  let bottom = top
  for (const [at, { label, value, note }] of figures.entries()) {
    const place = { width: each - 12 }
    doc
      .fontSize(8.5)
      .fillColor(quiet)
      .text(label, margin + at * each, top, place)
    doc
      .fontSize(16)
      .fillColor(ink)
      .text(value, margin + at * each, doc.y, place)
    if (note)
      doc
        .fontSize(8)
        .fillColor(quiet)
        .text(note, margin + at * each, doc.y, place)
    bottom = Math.max(bottom, doc.y)
  }
  doc.x = margin
  doc.y = bottom + 4
}

const [labelWidth, barWidth, barHeight] = [190, 120, 7]

function printBar(doc: PDFKit.PDFDocument, { label, value, floor, target, text, good }: Bar): void {
  const top = doc.y
  doc
    .fontSize(9)
    .fillColor(ink)
    .text(label, margin, top, { width: labelWidth - 10 })
  const below = doc.y
  const left = margin + labelWidth
  const y = top + 4
  doc.rect(left, y, barWidth, barHeight).fill('#eceef3')
  if (value !== undefined) {
    const colour = good === undefined ? '#8a93a6' : good ? '#2f8f5b' : '#c2413b'
    doc.rect(left, y, (barWidth * Math.min(100, Math.max(0, value))) / 100, barHeight).fill(colour)
  }
  for (const [at, colour] of [
    [floor, quiet],
    [target, ink],
  ] as const)
    if (at !== undefined) {
      const x = left + (barWidth * Math.min(100, Math.max(0, at))) / 100
      doc
        .moveTo(x, y - 2)
        .lineTo(x, y + barHeight + 2)
        .strokeColor(colour)
        .lineWidth(1)
        .stroke()
    }
  const beside = left + barWidth + 10
  doc
    .fontSize(9)
    .fillColor(ink)
    .text(text, beside, top, { width: margin + width - beside })
  doc.x = margin
  doc.y = Math.max(below, doc.y) + 3
}
