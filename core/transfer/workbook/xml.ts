import { SaxesParser } from 'saxes'
import { refuseFile } from '../refusal.ts'

/** What is done at a tag, by its name without prefix. */
export type Watch = {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/**
 * Walks a part tag by tag and holds no tree. A document type is refused: it is how files reach for
 * other files (XXE) or grow without end, and no spreadsheet writes one.
 */
export function watcher(watch: Watch): { write: (text: string) => void; close: () => void } {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  })
  parser.on('doctype', () => refuseFile('workbookHasDoctype'))
  parser.on('opentag', ({ name, attributes }) => watch.open?.(local(name), attributes))
  parser.on('closetag', ({ name }) => watch.close?.(local(name)))
  if (watch.text) parser.on('text', watch.text)
  return { write: (text) => void parser.write(text), close: () => void parser.close() }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Walks a whole part. */
export async function walk(pieces: AsyncIterable<string>, watch: Watch): Promise<void> {
  const walker = watcher(watch)
  for await (const piece of pieces) walker.write(piece)
  walker.close()
}
