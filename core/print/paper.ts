import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../root.ts'

/**
 * One font for both languages: no font may be expected of the system, and a reader's machine may
 * have none for Chinese. Ten megabytes, so it is read when the first paper is printed.
 */
const fontFile = join(root, 'core/print/fonts/NotoSansSC-Regular.ttf')
let font: Promise<Buffer> | undefined

/** What prints takes thirty megabytes and a fifth of a second, so it comes with the first paper too. */
const loadPrinter = () => import('pdfkit')

export const ink = '#1f2430'
export const quiet = '#667085'
export const line = '#d5d9e2'

/** Points: the margin of a sheet of A4, and the width of its text. */
export const margin = 48
export const width = 595.28 - 2 * margin

/** A file of A4 that is being printed, and what ends it: nothing can be printed afterwards. */
export type Paper = { doc: PDFKit.PDFDocument; finish: () => Promise<Buffer> }

/** @param head whose paper it is and what it is, for whoever reads the file's properties */
export async function openPaper(
  head: { company: string; title: string },
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Paper> {
  font ??= readFile(fontFile)
  const { default: PDFDocument } = await loadPrinter()
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    info: { Title: head.title, Author: head.company },
    lang: 'zh-CN',
    ...options,
  })
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  doc.registerFont('body', await font).font('body')
  const finish = async () => {
    doc.end()
    await ended
    return Buffer.concat(pieces)
  }
  return { doc, finish }
}
