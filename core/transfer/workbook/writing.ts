import type { CellValue } from 'hucre/xlsx'

/**
 * Rows as a workbook of one sheet whose first row stays in sight, streamed. What writes it is loaded
 * with the first one: it takes 15 MB, and many days see none.
 */
export async function* writeWorkbook(
  name: string,
  rows: AsyncIterable<CellValue[]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  yield* writeXlsxStream(rows, {
    name,
    freezePane: { rows: 1 },
  }) as unknown as AsyncIterable<Uint8Array>
}
