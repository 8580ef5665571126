import { isId } from '../db/id.ts'
import type { readForm } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { type Encoding, encodings } from './decode.ts'
import { countRows, type Import, readContent, rereadFile } from './imports.ts'
import { openFile } from './opening.ts'
import { FileRefused, sayTransferProblem } from './refusal.ts'
import { saveTemplate } from './templates.ts'
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
    const keys = chosenKeys(transfer, form.all('key'))
    const owner = form.raw.owner ?? ''
    const ownerId = isId(owner) ? owner : null
    await rereadFile(scope, found.id, { mapping, mode, keys, ownerId, encoding, totalRows })
    const name = form.raw.template?.replaceAll('\0', '').trim().slice(0, 80)
    if (name) await saveTemplate(scope, found.kind, sheet.headers, { name, mapping, mode, keys })
    return undefined
  } catch (error) {
    if (error instanceof FileRefused) return sayTransferProblem(error.problem, scope.locale)
    throw error
  }
}

/** All keys are as good as no choice; none at all would make every row a new record, which is a mode. */
function chosenKeys({ keyChoices = [] }: Transfer, given: readonly string[]): string[] | null {
  const chosen = keyChoices.map(({ key }) => key).filter((key) => given.includes(key))
  return chosen.length === 0 || chosen.length === keyChoices.length ? null : chosen
}
