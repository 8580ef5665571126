import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import type { Locale } from '../../../i18n/locale.ts'
import type { Import } from '../../imports.ts'
import { mendPage } from '../../mending.ts'
import type { FilePreview } from '../../preview.ts'
import { gridColumns, type WrongRow } from '../grid.ts'
import { transferText } from '../messages.ts'
import { MendGrid } from './mend-grid.tsx'

type Props = {
  locale: Locale
  found: Pick<Import, 'id' | 'mapping'>
  file: FilePreview
  /** The row after which these come; 0 for the first ones. */
  after: number
}

/** Rows that would not be taken: each bad cell can be mended here, and all of them are checked again. */
export const MendRows = ({ locale, found: { id, mapping }, file, after }: Props) => {
  const t = transferText(locale)
  const rows = file.preview.rejected.flatMap((row) => (row.ok ? [] : [row]))
  if (rows.length === 0 && after === 0) return null
  const isMendable = rows.some(({ problems }) => problems.some(({ at }) => at !== undefined))
  const { headers, columns } = file
  const shown = gridColumns(mapping, columns, rows)
  const grid = <MendGrid locale={locale} headers={headers} columns={shown} rows={rows} />
  return (
    <Card title={t.problems} testId="import-problems">
      <p class="hint">{isMendable ? t.problemsHint : t.unmendableHint}</p>
      {rows.some(isWhole) && <p class="hint">{t.wholeHint}</p>}
      {!isMendable && rows.length > 0 && grid}
      {isMendable && (
        <Form
          t={viewText(locale).form}
          action={`/admin/import/${id}/cells`}
          plain
          submit={t.mendSubmit}
          submitIcon="refresh"
          hidden={{ after: String(after) }}
        >
          {grid}
        </Form>
      )}
      <div class="actions">
        {after > 0 && <LinkButton href={`/admin/import/${id}`}>{t.firstProblems}</LinkButton>}
        {rows.length === mendPage && (
          <LinkButton href={`/admin/import/${id}?after=${rows.at(-1)?.rowNumber}`}>
            {t.moreProblems}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}

/** Whether something is wrong with a row that no cell of it is to blame for. */
const isWhole = ({ problems }: WrongRow): boolean => problems.some(({ at }) => at === undefined)
