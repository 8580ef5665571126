import type { readForm } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { type Encoding, encodings } from './decode.ts'
import { countRows, type Import, readContent, rereadFile } from './imports.ts'
import { openFile } from './opening.ts'
import { FileRefused, sayTransferProblem } from './refusal.ts'
import { type Mode, modes, type Transfer } from './transfer.ts'

/**
 * Reads a waiting file anew as its form says: which column fills which field, how rows are taken,
 * in which encoding.
 * @returns a sentence when the file cannot be read in that encoding; then nothing is changed
 */
export async function rereadFrom(
  scope: Scope,
  found: Import,
  transfer: Transfer,
  form: Awaited<ReturnType<typeof readForm>>,
): Promise<string | undefined> {
  const encoding = encodings.includes(form.raw.encoding as Encoding)
    ? (form.raw.encoding as Encoding)
    : null
  const mode = modes.includes(form.raw.mode as Mode) ? (form.raw.mode as Mode) : found.mode
  try {
    const content = await readContent(scope, found.id)
    const { sheet, columns } = await openFile(scope, transfer, content, encoding)
    const fields = new Set(columns.map((column) => column.field as string))
    const chosen = form.all('column').map((field) => (fields.has(field) ? field : null))
    const mapping = sheet.headers.map((_, at) => chosen[at] ?? null)
    const totalRows = await countRows(sheet)
    await rereadFile(scope, found.id, { mapping, mode, encoding, totalRows })
    return undefined
  } catch (error) {
    if (error instanceof FileRefused) return sayTransferProblem(error.problem, scope.locale)
    throw error
  }
}
