import type { Scope } from '../scope.ts'
import { readContent } from './content.ts'
import type { Import } from './imports.ts'
import { isBeyond } from './mending.ts'
import { openFile } from './opening.ts'
import { readRejects } from './preview.ts'
import { rejectsEnding, writeRejects } from './rejects.ts'
import type { Transfer } from './transfer.ts'

/** The rejected rows of an import as a file like the one that came. */
export type RejectsFile = { ending: string; bytes: AsyncIterable<Uint8Array> }

/**
 * Opens the file of the rows that were not taken. In the encoding of the original, unless somebody
 * has mended a cell with a sign that it does not have.
 */
export async function openRejects(
  scope: Scope,
  transfer: Transfer,
  found: Pick<Import, 'id' | 'encoding' | 'format' | 'fileName'>,
): Promise<RejectsFile> {
  const content = await readContent(scope, found.id)
  const { sheet, encoding: own } = await openFile(scope, transfer, content, found.encoding)
  const encoding = (await isBeyond(scope, found.id, own)) ? 'utf-8' : own
  const form = { locale: scope.locale, encoding, format: found.format } as const
  return {
    ending: rejectsEnding(form, found.fileName),
    bytes: writeRejects(sheet, readRejects(scope, found.id), form),
  }
}
