import { ink, line, margin, quiet, width } from './paper.ts'

/** A table of texts; shares of the width need not sum up to anything. */
export type PrintedTable = {
  columns: readonly { label: string; share: number; end?: true }[]
  /** A cell's further lines are printed smaller below its first. */
  rows: readonly (readonly string[])[]
}

const gap = 8
const padding = 5

/** Prints a table over as many sheets as it takes; each begins with the heads of the columns. */
export function printTable(doc: PDFKit.PDFDocument, { columns, rows }: PrintedTable): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / whole) * width - gap)
  const lefts = columns.map(
    (_, at) => margin + widths.slice(0, at).reduce((sum, one) => sum + one + gap, 0),
  )
  const bottom = () => doc.page.height - margin - 24
  const rule = () => {
    const to = margin + width
    doc.moveTo(margin, doc.y).lineTo(to, doc.y).strokeColor(line).lineWidth(0.5).stroke()
  }
  const print = (cells: readonly string[], size: number, colour: string) => {
    const top = doc.y + padding
    let lowest = top
    for (const [at, cell] of cells.entries()) {
      const [first = '', ...further] = cell.split('\n')
      const place = { width: widths[at], align: columns[at]?.end ? 'right' : 'left' } as const
      doc.fontSize(size).fillColor(colour).text(first, lefts[at], top, place)
      if (further.length > 0)
        doc
          .fontSize(size - 1.5)
          .fillColor(quiet)
          .text(further.join('\n'), lefts[at], doc.y, place)
      lowest = Math.max(lowest, doc.y)
    }
    doc.y = lowest + padding
    rule()
  }
  const heads = () =>
    print(
      columns.map(({ label }) => label),
      8.5,
      quiet,
    )
  const heightOf = (cells: readonly string[]) =>
    2 * padding +
    Math.max(
      ...cells.map((cell, at) => doc.fontSize(9.5).heightOfString(cell, { width: widths[at] })),
    )
  heads()
  for (const cells of rows) {
    if (doc.y + heightOf(cells) > bottom()) {
      doc.addPage()
      heads()
    }
    print(cells, 9.5, ink)
  }
  doc.x = margin
}
