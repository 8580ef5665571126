import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Table } from '../../../../views/table.tsx'
import type { Locale } from '../../../i18n/locale.ts'
import type { CheckedRow } from '../../check.ts'
import { sayCellProblem } from '../../rejects.ts'
import type { Transfer, Values } from '../../transfer.ts'
import { transferText } from '../messages.ts'

type Row = CheckedRow<Values>

/** The first rows that would not be taken, each with every reason. */
export const ProblemRows = ({ locale, rows }: { locale: Locale; rows: readonly Row[] }) => {
  const t = transferText(locale)
  const wrong = rows.flatMap((row) => (row.ok ? [] : [row]))
  if (wrong.length === 0) return null
  return (
    <Card title={t.problems} flush testId="import-problems">
      <p class="card-note">{t.problemsHint}</p>
      {Table({
        t: viewText(locale).table,
        caption: t.problems,
        columns: [
          { key: 'row', label: t.row, cell: (row) => String(row.rowNumber) },
          {
            key: 'reason',
            label: t.reason,
            cell: (row) => row.problems.map((one) => sayCellProblem(one, locale)).join(' '),
          },
          {
            key: 'given',
            label: t.inFile,
            quiet: true,
            hideOnPhone: true,
            cell: (row) => row.cells.slice(0, 4).join(' · '),
          },
        ],
        rows: wrong,
        rowId: (row) => String(row.rowNumber),
        rowName: (row) => String(row.rowNumber),
      })}
    </Card>
  )
}

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
