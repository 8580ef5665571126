import { fieldId } from '../../../../views/form.tsx'
import type { Locale } from '../../../i18n/locale.ts'
import { cellName } from '../../mending.ts'
import { sayTransferProblem } from '../../refusal.ts'
import type { WrongRow } from '../grid.ts'
import { transferText } from '../messages.ts'

type Props = {
  locale: Locale
  headers: readonly string[]
  /** Which columns of the file are shown, and in which order; the first one names the row. */
  columns: readonly number[]
  rows: readonly WrongRow[]
}

/** Wrong rows as their file has them: the bad cells are fields, with the reason below each. */
export const MendGrid = ({ locale, headers, columns, rows }: Props) => {
  const t = transferText(locale)
  return (
    <section class="mend" aria-label={t.problems} tabindex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((at) => (
              <th scope="col">{headers[at]}</th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <GridRow locale={locale} headers={headers} columns={columns} row={row} />
        ))}
      </table>
    </section>
  )
}

type RowProps = Omit<Props, 'rows'> & { row: WrongRow }

/** One row, and below its cells what is wrong with it as a whole. */
const GridRow = ({ locale, headers, columns, row }: RowProps) => {
  const [naming, ...others] = columns
  const whole = row.problems.filter(({ at }) => at === undefined)
  const cell = (at: number) => <Cell locale={locale} header={headers[at] ?? ''} row={row} at={at} />
  return (
    <tbody data-testid="wrong-row">
      <tr>
        <th scope="row">
          <small data-label={naming === undefined ? undefined : headers[naming]}>
            {transferText(locale).rowOf(row.rowNumber)}
          </small>
          {naming !== undefined && cell(naming)}
        </th>
        {others.map((at) => (
          <td data-label={headers[at]}>{cell(at)}</td>
        ))}
      </tr>
      {whole.map(({ problem }) => (
        <tr>
          <td colspan={columns.length}>
            <p class="error">{sayTransferProblem(problem, locale)}</p>
          </td>
        </tr>
      ))}
    </tbody>
  )
}

type CellProps = { locale: Locale; header: string; row: WrongRow; at: number }

const Cell = ({ locale, header, row, at }: CellProps) => {
  const wrong = row.problems.filter((problem) => problem.at === at)
  const [first] = wrong
  if (!first) return <>{row.cells[at]}</>
  const name = cellName(row.rowNumber, at)
  const id = fieldId('form', name)
  return (
    <div class="field wrong">
      <span class="input text">
        <input
          id={id}
          name={name}
          type="text"
          value={first.given}
          autocomplete="off"
          aria-label={transferText(locale).cellOf(header, row.rowNumber)}
          aria-invalid="true"
          aria-describedby={`${id}-error`}
        />
      </span>
      <p class="error" id={`${id}-error`}>
        {wrong.map(({ problem }) => sayTransferProblem(problem, locale)).join(' ')}
      </p>
    </div>
  )
}
