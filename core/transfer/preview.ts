import { sql } from 'drizzle-orm'
import { type Colleague, readDirectory } from '../access/directory.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'
import type { CellProblem } from './check.ts'
import { missingColumns } from './columns.ts'
import { type Examined, examineFile } from './examine.ts'
import { readExamined, shownReady } from './examined.ts'
import type { Import } from './imports.ts'
import { mendPage, openImport } from './mending.ts'
import { readingOf } from './reading.ts'
import type { RejectedRow } from './rejects.ts'
import { findTemplate } from './templates.ts'
import { columnsOf, type Transfer, type Values } from './transfer.ts'

/** A waiting file as its page shows it. */
export type FilePreview = Examined & {
  /** The name under which it is kept how files with these headers are read. */
  template: string | undefined
  /** Who may get records without an owner. */
  colleagues: readonly Colleague[]
  /** The fields that can be read into. */
  columns: Transfer['columns']
  /** Required fields that no column fills, and fields that two columns fill. */
  missing: string[]
  twice: string[]
}

/**
 * Reads a waiting file as it would be imported, without writing anything: a large one as the job that
 * read it last has found it.
 * @param after the row after which rows with problems are wanted
 * @throws FileRefused when it cannot be read in the chosen encoding
 */
export async function previewImport(
  scope: Scope,
  found: Pick<Import, 'id' | 'encoding' | 'mapping'>,
  transfer: Transfer,
  after = 0,
): Promise<FilePreview> {
  const examined =
    (await readExamined(scope, found.id, after)) ??
    (await examineFile(
      await openImport(scope, transfer, found),
      found.mapping,
      readingOf(scope.company),
      { keep: shownReady, keepRejected: mendPage, after },
    ))
  const columns = await columnsOf(scope, transfer)
  const mapping = examined.headers.map((_, at) => found.mapping[at] ?? null)
  return {
    ...examined,
    template: (await findTemplate(scope, transfer.kind, examined.headers))?.name,
    colleagues: (await readDirectory(scope)).colleagues.filter(({ left }) => !left),
    columns,
    ...gapsIn(mapping, columns, scope.locale),
  }
}

/** What keeps a mapping from being used, by the labels of the fields. */
export const gapsIn = (
  mapping: Import['mapping'],
  columns: Transfer['columns'],
  locale: Locale,
): Pick<FilePreview, 'missing' | 'twice'> => ({
  missing: missingColumns<Values>(mapping, columns).map((column) => column.label[locale]),
  twice: columns
    .filter(({ field }) => mapping.indexOf(field) !== mapping.lastIndexOf(field))
    .map((column) => column.label[locale]),
})

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
