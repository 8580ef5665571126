import { sql } from 'drizzle-orm'
import { type Colleague, readDirectory } from '../access/directory.ts'
import type { Scope } from '../scope.ts'
import type { CellProblem } from './check.ts'
import type { Examined } from './examine.ts'
import { readExamined, shownReady } from './examined.ts'
import { foresee } from './foresee.ts'
import { type Gaps, gapsIn } from './gaps.ts'
import type { Import } from './imports.ts'
import { mendPage, openImport } from './mending.ts'
import { readingOf } from './reading.ts'
import type { RejectedRow } from './rejects.ts'
import { type Rivals, rivalsIn } from './rivals.ts'
import { findTemplate } from './templates.ts'
import { columnsOf, type Transfer, type Values } from './transfer.ts'

/** A waiting file as its page shows it. */
export type FilePreview = Examined &
  Gaps & {
    /** The name under which it is kept how files with these headers are read. */
    template: string | undefined
    /** Fields that several headers would fill, so that none does. */
    rivals: Rivals[]
    /** Who may get records without an owner. */
    colleagues: readonly Colleague[]
    /** The fields that can be read into. */
    columns: Transfer['columns']
  }

/**
 * Reads a waiting file as it would be imported, without writing anything: a large one as the job that
 * read it last has found it.
 * @param after the row after which rows with problems are wanted
 * @throws FileRefused when it cannot be read in the chosen encoding
 */
export async function previewImport(
  scope: Scope,
  found: Import,
  transfer: Transfer,
  after = 0,
): Promise<FilePreview> {
  const examined =
    (await readExamined(scope, found.id, after)) ??
    (await foresee(await openImport(scope, transfer, found), transfer, found, {
      keep: shownReady,
      keepRejected: mendPage,
      after,
      reading: readingOf(scope.company),
      look: (work) => work(scope),
    }))
  const columns = await columnsOf(scope, transfer)
  const mapping = examined.headers.map((_, at) => found.mapping[at] ?? null)
  const template = await findTemplate(scope, transfer.kind, examined.headers)
  return {
    ...examined,
    template: template?.name,
    // Who kept a template has decided.
    rivals: template ? [] : rivalsIn<Values>(examined.headers, mapping, columns, scope.locale),
    colleagues: (await readDirectory(scope)).colleagues.filter(({ left }) => !left),
    columns,
    ...gapsIn(mapping, columns, scope.locale),
  }
}

/** The rejected rows of an import in the order of the file, a thousand at a time. */
export async function* readRejects(scope: Scope, id: string): AsyncGenerator<RejectedRow> {
  let after = 0
  for (;;) {
    const rows = await scope.db.execute<{
      rowNumber: number
      cells: string[]
      problems: CellProblem[]
    }>(sql`
      select row_number as "rowNumber", cells, problems from core.import_rejects
      where company_id = ${scope.company.id} and import_id = ${id} and row_number > ${after}
      order by row_number limit 1000`)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < 1000) return
    after = last.rowNumber
  }
}
