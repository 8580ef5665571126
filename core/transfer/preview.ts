import { sql } from 'drizzle-orm'
import { type Colleague, readDirectory } from '../access/directory.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'
import { type CellProblem, type Preview, planCheck, previewSheet } from './check.ts'
import { missingColumns } from './columns.ts'
import type { Import } from './imports.ts'
import { mendPage, openImport } from './mending.ts'
import { readingOf } from './reading.ts'
import type { RejectedRow } from './rejects.ts'
import { findTemplate } from './templates.ts'
import type { Transfer, Values } from './transfer.ts'

export type FilePreview = {
  encoding: string
  /** False when the encoding is a guess that a person should look at. */
  sure: boolean
  /** The name under which it is kept how files with these headers are read. */
  template: string | undefined
  /** Who may get records without an owner. */
  colleagues: readonly Colleague[]
  delimiter: string
  headers: string[]
  /** The fields that can be read into. */
  columns: Transfer['columns']
  /** The first few cells of each column. */
  samples: string[][]
  preview: Preview<Values>
  /** Required fields that no column fills, and fields that two columns fill. */
  missing: string[]
  twice: string[]
}

/**
 * Reads a waiting file as it would be imported, without writing anything.
 * @param after the row after which rows with problems are wanted
 * @throws FileRefused when it cannot be read in the chosen encoding
 */
export async function previewImport(
  scope: Scope,
  found: Pick<Import, 'id' | 'encoding' | 'mapping'>,
  transfer: Transfer,
  after = 0,
): Promise<FilePreview> {
  const { sheet, encoding, sure, columns } = await openImport(scope, transfer, found)
  const mapping = sheet.headers.map((_, at) => found.mapping[at] ?? null)
  const plan = planCheck<Values>(sheet, mapping, columns, readingOf(scope.company))
  const samples: string[][] = sheet.headers.map(() => [])
  for (const { cells } of sheet.rows()) {
    cells.forEach((cell, at) => {
      if (cell.trim() && (samples[at]?.length ?? 3) < 3) samples[at]?.push(cell)
    })
    if (samples.every((values) => values.length >= 3)) break
  }
  return {
    encoding,
    sure,
    template: (await findTemplate(scope, transfer.kind, sheet.headers))?.name,
    colleagues: (await readDirectory(scope)).colleagues.filter(({ left }) => !left),
    delimiter: sheet.delimiter,
    headers: sheet.headers,
    samples,
    preview: await previewSheet(sheet, plan, { keep: 10, keepRejected: mendPage, after }),
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
