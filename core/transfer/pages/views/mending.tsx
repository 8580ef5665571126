import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import type { Locale } from '../../../i18n/locale.ts'
import type { CheckedRow } from '../../check.ts'
import { cellName, mendPage } from '../../mending.ts'
import { sayTransferProblem } from '../../refusal.ts'
import type { Values } from '../../transfer.ts'
import { transferText } from '../messages.ts'

type Row = Extract<CheckedRow<Values>, { ok: false }>

type Props = {
  locale: Locale
  id: string
  rows: readonly CheckedRow<Values>[]
  /** The row after which these come; 0 for the first ones. */
  after: number
}

/** Rows that would not be taken: each bad cell can be mended here, and all of them are checked again. */
export const MendRows = ({ locale, id, rows, after }: Props) => {
  const t = transferText(locale)
  const wrong = rows.flatMap((row) => (row.ok ? [] : [row]))
  const last = wrong.at(-1)?.rowNumber
  if (wrong.length === 0 && after === 0) return null
  return (
    <Card title={t.problems} testId="import-problems">
      <p class="hint">{t.problemsHint}</p>
      {wrong.length > 0 && (
        <Form
          t={viewText(locale).form}
          action={`/admin/import/${id}/cells`}
          plain
          submit={t.mendSubmit}
          submitIcon="refresh"
          hidden={{ after: String(after) }}
        >
          {wrong.map((row) => Cells({ locale, row }))}
        </Form>
      )}
      <div class="actions">
        {after > 0 && <LinkButton href={`/admin/import/${id}`}>{t.firstProblems}</LinkButton>}
        {wrong.length === mendPage && (
          <LinkButton href={`/admin/import/${id}?after=${last}`}>{t.moreProblems}</LinkButton>
        )}
      </div>
    </Card>
  )
}

const Cells = ({ locale, row }: { locale: Locale; row: Row }) => {
  const t = transferText(locale)
  return row.problems.map(({ header, at, given, problem }) => {
    const sentence = sayTransferProblem(problem, locale)
    return at === undefined ? (
      <p>{t.wholeRow(row.rowNumber, sentence)}</p>
    ) : (
      <Field
        t={viewText(locale).form}
        kind="text"
        name={cellName(row.rowNumber, at)}
        label={t.cellOf(header ?? '', row.rowNumber)}
        value={given}
        error={sentence}
      />
    )
  })
}
