import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page of a printed file as somebody sees it: its pixels, and how many of them are not white. */
export type Seen = { pixels: Buffer; ink: number }

/** Draws every page of a PDF, as a viewer would, and reads its text as a search in it would. */
export async function look(file: Buffer): Promise<{ pages: Seen[]; text: string }> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  const pages: Seen[] = []
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: canvas as never, viewport }).promise
    const pixels = Buffer.from(
      canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data,
    )
    pages.push({ pixels, ink: inkOf(pixels) })
    const { items } = await page.getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await document.loadingTask.destroy()
  return { pages, text }
}

const inkOf = (pixels: Buffer): number => {
  let ink = 0
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at + 1] ?? 255) < 200) ink++
  return ink
}
