import { isId } from '../db/id.ts'
import type { readForm } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { readContent } from './content.ts'
import { type Encoding, encodings } from './decode.ts'
import { readExamined } from './examined.ts'
import { countRows, type Import, rereadFile } from './imports.ts'
import { openFile } from './opening.ts'
import { transferText } from './pages/messages.ts'
import { readAgain } from './read-file.ts'
import { FileRefused, sayTransferProblem } from './refusal.ts'
import { saveTemplate, templateName } from './templates.ts'
import { columnsOf, type Mode, modes, type Transfer } from './transfer.ts'

/** What is wrong with the form, by field, and what was chosen in it all the same. */
export type Refusal = {
  errors: { encoding: string } | { key: string }
  chosen?: Pick<Import, 'mapping' | 'mode' | 'keys' | 'ownerId' | 'encoding'>
}

/**
 * Reads a waiting file anew as its form says: which column fills which field, how rows are taken,
 * in which encoding.
 * @returns what is wrong when the file cannot be read in that encoding, or rows by no key; then
 *   nothing is changed
 */
export async function rereadFrom(
  scope: Scope,
  found: Import,
  transfer: Transfer,
  form: Awaited<ReturnType<typeof readForm>>,
): Promise<Refusal | undefined> {
  const encoding = encodings.includes(form.raw.encoding as Encoding)
    ? (form.raw.encoding as Encoding)
    : null
  const mode = modes.includes(form.raw.mode as Mode) ? (form.raw.mode as Mode) : found.mode
  try {
    const { headers, totalRows } = await readHeaders(scope, found, transfer, encoding)
    const columns = await columnsOf(scope, transfer)
    const fields = new Set(columns.map((column) => column.field as string))
    const chosen = form.all('column').map((field) => (fields.has(field) ? field : null))
    const mapping = headers.map((_, at) => chosen[at] ?? null)
    const owner = form.raw.owner ?? ''
    const ownerId = isId(owner) ? owner : null
    const keys = chosenKeys(transfer, form.all('key'))
    if (keys?.length === 0)
      return {
        errors: { key: transferText(scope.locale).keyMissing },
        chosen: { mapping, mode, keys, ownerId, encoding },
      }
    await rereadFile(scope, found.id, { mapping, mode, keys, ownerId, encoding, totalRows })
    const name = templateName(form.raw.template)
    if (name) await saveTemplate(scope, found.kind, headers, { name, mapping, mode, keys })
    if (found.large) await readAgain(scope, found.id)
    return undefined
  } catch (error) {
    if (error instanceof FileRefused)
      return { errors: { encoding: sayTransferProblem(error.problem, scope.locale) } }
    throw error
  }
}

/** A large file is opened by a job alone; here its headers are those that the job has found. */
async function readHeaders(
  scope: Scope,
  { id, large, totalRows }: Import,
  transfer: Transfer,
  encoding: Encoding | null,
): Promise<{ headers: string[]; totalRows: number }> {
  const examined = large && (await readExamined(scope, id, 0))
  if (examined) return { headers: examined.headers, totalRows }
  const { sheet } = await openFile(scope, transfer, await readContent(scope, id), encoding)
  return { headers: sheet.headers, totalRows: await countRows(sheet) }
}

/** All keys are as good as no choice (null); none at all are an empty list, by which nobody is recognised. */
function chosenKeys({ keyChoices = [] }: Transfer, given: readonly string[]): string[] | null {
  const chosen = keyChoices.map(({ key }) => key).filter((key) => given.includes(key))
  return chosen.length === keyChoices.length ? null : chosen
}
