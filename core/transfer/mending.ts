import { sql } from 'drizzle-orm'
import iconv from 'iconv-lite'
import type { Raw } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { readContent } from './content.ts'
import { mostCellLength, mostColumns, type SheetRow } from './csv.ts'
import type { Encoding } from './decode.ts'
import type { Import } from './imports.ts'
import { type Opened, openFile } from './opening.ts'
import type { Transfer } from './transfer.ts'

/** How many rows with problems stand on one page to be mended. */
export const mendPage = 50

type Cell = { rowNumber: number; column: number; text: string }

/** Opens a file that is on its way in, with the cells over it that a person has mended. */
export async function openImport(
  scope: Scope,
  transfer: Transfer,
  { id, encoding }: Pick<Import, 'id' | 'encoding'>,
): Promise<Opened> {
  const opened = await openFile(scope, transfer, await readContent(scope, id), encoding)
  const cells = await scope.db.execute<Cell>(sql`
    select row_number as "rowNumber", column_at as column, text from core.import_cells
    where company_id = ${scope.company.id} and import_id = ${id}`)
  if (cells.length === 0) return opened
  const mended = Map.groupBy(cells, ({ rowNumber }) => rowNumber)
  const { rows } = opened.sheet
  return { ...opened, sheet: { ...opened.sheet, rows: () => mend(rows(), mended) } }
}

function* mend(
  rows: Iterable<SheetRow>,
  mended: ReadonlyMap<number, readonly Cell[]>,
): Generator<SheetRow, void, undefined> {
  for (const row of rows) {
    const over = mended.get(row.rowNumber)
    if (!over) yield row
    else {
      const cells = [...row.cells]
      for (const { column, text } of over) if (column < cells.length) cells[column] = text
      yield { ...row, cells }
    }
  }
}

export const cellName = (rowNumber: number, column: number): string => `cell-${rowNumber}-${column}`

/** The cells of a form, by their names; what is no cell is left out. */
export const cellsIn = (raw: Raw): Cell[] =>
  Object.entries(raw)
    .flatMap(([name, text]) => {
      const [, row, column] = /^cell-(\d{1,7})-(\d{1,3})$/.exec(name) ?? []
      if (!row || !column || text === undefined || Number(column) >= mostColumns) return []
      const plain = text.replaceAll('\0', '').slice(0, mostCellLength)
      return [{ rowNumber: Number(row), column: Number(column), text: plain }]
    })
    .slice(0, 1_000)

/** Keeps mended cells of a file that waits. The file itself stays as it came. */
export async function mendCells(scope: Scope, id: string, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  await scope.db.execute(sql`
    insert into core.import_cells (company_id, import_id, row_number, column_at, text, edited_by)
    select i.company_id, i.id, c."rowNumber", c."column", c.text, ${scope.user.id}
    from core.imports i, jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
      as c ("rowNumber" integer, "column" integer, text text)
    where i.company_id = ${scope.company.id} and i.id = ${id} and i.state = 'waiting'
    on conflict (company_id, import_id, row_number, column_at) do update
      set text = excluded.text, edited_by = excluded.edited_by`)
}

/** Whether somebody mended cells with signs that an encoding does not have. */
export async function isBeyond(scope: Scope, id: string, encoding: Encoding): Promise<boolean> {
  const cells = await scope.db.execute<{ text: string }>(sql`
    select text from core.import_cells
    where company_id = ${scope.company.id} and import_id = ${id}`)
  return cells.some(({ text }) => iconv.decode(iconv.encode(text, encoding), encoding) !== text)
}
