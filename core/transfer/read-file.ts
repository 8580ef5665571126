import { sql } from 'drizzle-orm'
import { type Acting, asPerson, PersonGone } from '../access/as-person.ts'
import { asOperator } from '../access/operator.ts'
import { newId } from '../db/id.ts'
import { queueJob } from '../jobs.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { Reading } from './columns.ts'
import { readContent, writeContent } from './content.ts'
import { keepExamined, mostKept, shownReady } from './examined.ts'
import { isWorkbook } from './file-kind.ts'
import { foresee } from './foresee.ts'
import { findImport, type Import, importable } from './imports.ts'
import { openImport } from './mending.ts'
import { keepFile, type Opened, openFile } from './opening.ts'
import { readingOf } from './reading.ts'
import { type FileProblem, FileRefused } from './refusal.ts'
import { findTemplate } from './templates.ts'
import type { Transfer } from './transfer.ts'

/** Up to here a file is read while its person waits; a workbook unpacks into many times its size. */
const mostAtOnce = { text: 512 * 1024, workbook: 128 * 1024 }

export const isLarge = (bytes: Uint8Array): boolean =>
  bytes.length > mostAtOnce.text || (bytes.length > mostAtOnce.workbook && isWorkbook(bytes))

/** Keeps a large file as it came, to be read by a job. */
export async function bringFile(
  scope: Scope,
  { kind }: Pick<Transfer, 'kind'>,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const id = newId()
  await scope.db.execute(sql`
    insert into core.imports (company_id, id, kind, file_name, format, content, mapping, state, started_by)
    values (${scope.company.id}, ${id}, ${kind}, ${fileName.slice(0, 200)}, 'unread',
      '', '[]', 'reading', ${scope.user.id})`)
  await writeContent(scope, id, bytes)
  await queueJob(scope.db, 'core.read-import', { import: id })
  return id
}

/** Has a large file that waits read again, since something about how it is read has changed. */
export async function readAgain(scope: Scope, id: string): Promise<void> {
  const begun = await scope.db.execute(sql`
    update core.imports set state = 'reading', done_rows = 0, problem = null
    where company_id = ${scope.company.id} and id = ${id} and state = 'waiting' returning id`)
  if (begun.length === 1) await queueJob(scope.db, 'core.read-import', { import: id })
}

/**
 * Reads a file that was brought: lays it out as a table, guesses its columns, checks every row. It
 * acts as the person who brought it, in short transactions; what was cancelled meanwhile stays so.
 */
export async function readImport(
  product: Acting,
  company: string,
  person: string,
  id: string,
  requestId: string,
): Promise<void> {
  const as = <T>(work: (scope: Scope) => Promise<T>) =>
    asPerson(product, company, person, requestId, work)
  try {
    const work = await as((scope) => openReading(product.registry, scope, id))
    if (!work) return
    const { found, transfer, reading } = work
    const opened = await layOut(as, work)
    const examined = await foresee(opened, transfer, found, {
      reading,
      keep: shownReady,
      keepRejected: mostKept,
      look: (look) => as((scope) => seeOnly(scope, look)),
      tell: (rows, total) => as((scope) => tellRows(scope, id, rows, total)),
    })
    await as((scope) => keepExamined(scope, id, examined))
  } catch (error) {
    if (error instanceof FileRefused) {
      if (await as((scope) => refuseReading(scope, id, error.problem)))
        await readImport(product, company, person, id, requestId)
    } else if (error instanceof PersonGone)
      await asOperator(product, company, requestId, (scope) => failReading(scope, id, 'gone'))
    else throw error
  }
}

type Work = { found: Import; transfer: Transfer; reading: Reading }

async function openReading(
  registry: Registry,
  scope: Scope,
  id: string,
): Promise<Work | undefined> {
  const found = await findImport(scope, id)
  if (found.state !== 'reading') return undefined
  const transfer = importable(registry, scope).find(({ kind }) => kind === found.kind)
  if (transfer) return { found, transfer, reading: readingOf(scope.company) }
  await failReading(scope, id, 'closed')
  return undefined
}

/** Opens the file; what was never opened is kept as the table it holds, with the columns guessed. */
async function layOut(
  as: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>,
  { found, transfer }: Work,
): Promise<Opened> {
  if (found.format !== 'unread') return as((scope) => openImport(scope, transfer, found))
  const { format, content } = await keepFile(
    found.fileName,
    await as((scope) => readContent(scope, found.id)),
  )
  return as(async (scope) => {
    const opened = await openFile(scope, transfer, content)
    const known = await findTemplate(scope, found.kind, opened.sheet.headers)
    Object.assign(found, { mapping: opened.sheet.guess, mode: 'both', keys: null, ...known })
    await scope.db.execute(sql`
      update core.imports set format = ${format}, mapping = ${JSON.stringify(found.mapping)},
        mode = ${found.mode}, keys = ${found.keys && JSON.stringify(found.keys)}
      where company_id = ${scope.company.id} and id = ${found.id} and state = 'reading'`)
    if (format === 'workbook') await writeContent(scope, found.id, content)
    return opened
  })
}

/** What is tried out is written nowhere, and the database sees to it. */
async function seeOnly<T>(scope: Scope, look: (scope: Scope) => Promise<T>): Promise<T> {
  await scope.db.execute(sql`set transaction read only`)
  return look(scope)
}

const tellRows = (scope: Scope, id: string, rows: number, total = 0): Promise<unknown> =>
  scope.db.execute(sql`
    update core.imports set done_rows = ${rows}, total_rows = ${total}
    where company_id = ${scope.company.id} and id = ${id} and state = 'reading'`)

/**
 * What cannot be read in the encoding that was chosen is read by the guess again, and its page says
 * why; what cannot be read at all has failed.
 * @returns whether to read it once more
 */
async function refuseReading(scope: Scope, id: string, problem: FileProblem): Promise<boolean> {
  const again = await scope.db.execute(sql`
    update core.imports set problem = ${JSON.stringify(problem)}::jsonb, encoding = null
    where company_id = ${scope.company.id} and id = ${id} and state = 'reading'
      and encoding is not null returning id`)
  if (again.length === 1) return true
  await failReading(scope, id, 'refused', problem)
  return false
}

/** Ends the reading of a file that comes to nothing. */
export const failReading = (
  scope: Scope,
  id: string,
  failure: 'closed' | 'gone' | 'broken' | 'refused',
  problem?: FileProblem,
): Promise<unknown> =>
  scope.db.execute(sql`
    update core.imports set state = 'failed', failure = ${failure}, finished_at = now(),
      problem = ${problem ? JSON.stringify(problem) : null}::jsonb
    where company_id = ${scope.company.id} and id = ${id} and state = 'reading'`)
