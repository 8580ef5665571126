import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Table } from '../../../../views/table.tsx'
import type { Locale } from '../../../i18n/locale.ts'
import type { CheckedRow } from '../../check.ts'
import type { Transfer, Values } from '../../transfer.ts'
import { transferText } from '../messages.ts'

type Row = CheckedRow<Values>

type ReadyProps = { locale: Locale; columns: Transfer['columns']; rows: readonly Row[] }

/** The first rows as they were understood. */
export const ReadyRows = ({ locale, columns, rows }: ReadyProps) => {
  const t = transferText(locale)
  const ready = rows.flatMap((row) => (row.ok ? [row] : []))
  const used = columns.filter((column) => ready.some((row) => row.values[column.field] != null))
  if (ready.length === 0 || used.length === 0) return null
  return (
    <Card title={t.ready} flush>
      {Table({
        t: viewText(locale).table,
        caption: t.ready,
        columns: used.slice(0, 8).map((column, at) => ({
          key: column.field,
          label: column.label[locale],
          hideOnPhone: at > 2,
          cell: (row: (typeof ready)[number]) => {
            const value = row.values[column.field]
            return value == null ? '' : column.print(value as never, locale)
          },
        })),
        rows: ready,
        rowId: (row) => String(row.rowNumber),
        rowName: (row) => String(row.rowNumber),
      })}
    </Card>
  )
}
