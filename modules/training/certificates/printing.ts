import { encode } from 'uqr'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { ink, line, openPaper, quiet } from '../../../core/print/paper.ts'
import type { Company } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { sayIn } from '../courses/content.ts'
import { certificateText } from './messages.ts'
import { type Certificate, printCode } from './reading.ts'

const margin = 40
/** A4 on its side, in points. */
const [width, height] = [841.89, 595.28]

/** Prints a certificate: one page, with a code that leads to the page where anybody can check it. */
export async function printCertificate(
  { locale, company }: { locale: Locale; company: Company },
  one: Certificate,
  checkedAt: string,
): Promise<Buffer> {
  const t = certificateText(locale)
  const made = new Date(one.completedAt)
  // Made when it was earned: the same certificate is the same file whenever it is printed.
  const info = { Title: t.title, Author: company.name, CreationDate: made }
  const head = { company: company.name, title: t.title }
  const { doc, finish } = await openPaper(head, { margin, layout: 'landscape', info })
  doc
    .rect(margin / 2, margin / 2, width - margin, height - margin)
    .strokeColor(line)
    .stroke()
  const centre = (text: string, size: number, colour: string, y: number) =>
    doc
      .fontSize(size)
      .fillColor(colour)
      .text(text, margin, y, { width: width - 2 * margin, align: 'center' })
  centre(company.name, 14, quiet, 70)
  centre(t.title, 34, ink, 105)
  centre(t.given, 13, quiet, 175)
  centre(one.name, 30, ink, 200)
  centre(t.completed, 13, quiet, 258)
  centre(`${one.course}  ${sayIn(locale, one.titles)}`, 22, ink, 284)
  const day = printDate(formatDay(company.timeZone, made), locale)
  const until = one.validUntil ? t.validUntil(printDate(one.validUntil, locale)) : t.validForGood
  centre(`${day} · ${t.version(String(one.version))} · ${until}`, 12, quiet, 340)
  const side = 96
  printCodeAt(doc, checkedAt, width - margin - side - 24, height - margin - side - 24, side)
  const below = height - margin - 84
  const left = { width: width - 2 * margin - side - 60 }
  doc
    .fontSize(10)
    .fillColor(quiet)
    .text(t.serial(one.serial), margin + 16, below, left)
  doc.text(t.check, margin + 16, below + 18, left)
  doc
    .fillColor(ink)
    .text(checkedAt.replace(one.code, printCode(one.code)), margin + 16, below + 34, left)
  return finish()
}

/** A QR code drawn square by square, so that it stays sharp at any size. */
function printCodeAt(
  doc: PDFKit.PDFDocument,
  text: string,
  left: number,
  top: number,
  side: number,
): void {
  const { data, size } = encode(text, { border: 2 })
  const each = side / size
  for (const [row, squares] of data.entries())
    for (const [column, isDark] of squares.entries())
      if (isDark) doc.rect(left + column * each, top + row * each, each, each)
  doc.fill(ink)
}
