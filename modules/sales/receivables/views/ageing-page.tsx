import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { contractKind } from '../../contracts/kind.ts'
import { paperText } from '../../papers/messages.ts'
import type { Age } from '../ageing.ts'
import { type AgeingLine, ageingHref, ageingLines, behindAge } from '../ageing-places.ts'
import type { Ageing, OpenInstalment, Whose } from '../ageing-reading.ts'
import { receivableText } from '../messages.ts'

type Props = {
  scope: Scope
  rows: readonly Ageing[]
  /** The figure that is open, and what it is made of. */
  shown?: { age: Age; currency: string }
  open: readonly OpenInstalment[]
  /** Whose contracts are shown, where a report was narrowed to somebody. */
  whose: Whose
}

/** What is owed by age, a table for each currency. */
export const AgeingPage = ({ scope, rows, shown, open, whose }: Props) => {
  const { locale } = scope
  const t = receivableText(locale)
  const isNarrowed = Boolean(whose.owner || whose.department)
  const figure = (row: Ageing, line: AgeingLine) => {
    const amount = printMoney({ minor: row[line], currency: row.currency }, locale)
    if (row[line] === 0) return amount
    return markup`<a href="${behindAge(line, row.currency, whose)}">${amount}</a>`
  }
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.ageing}
        trail={[{ href: '/sales/receipts', label: t.receipts }]}
      />
      <PageBody wide>
        <div class="stack">
          <p class="hint">
            {t.ageingText} {isNarrowed && t.ageingNarrowed}{' '}
            {isNarrowed && <a href={ageingHref}>{t.ageingWhole}</a>}
          </p>
          {rows.length === 0 ? (
            <Empty icon="cash" title={t.ageingEmpty} text={t.ageingEmptyText} />
          ) : (
            rows.map((row) => (
              <Card title={row.currency} flush testId="ageing">
                <Table
                  t={viewText(locale).table}
                  caption={`${t.ageing} · ${row.currency}`}
                  columns={[
                    { key: 'age', label: t.age, cell: (age) => t.ages[age] },
                    {
                      key: 'open',
                      label: t.open,
                      align: 'end',
                      cell: (age) => figure(row, age),
                    },
                  ]}
                  rows={ageingLines}
                  rowId={(age) => age}
                  rowName={(age) => t.ages[age]}
                />
              </Card>
            ))
          )}
          {shown && <Behind {...{ scope, shown, open }} />}
        </div>
      </PageBody>
    </>
  )
}

/** The instalments that one figure is made of. */
const Behind = ({
  scope: { locale },
  shown,
  open,
}: Required<Pick<Props, 'scope' | 'shown' | 'open'>>) => {
  const t = receivableText(locale)
  const papers = paperText(locale)
  return (
    <Card title={`${t.ages[shown.age]} · ${shown.currency}`} flush testId="open-instalments">
      <Table
        t={viewText(locale).table}
        caption={t.ages[shown.age]}
        columns={[
          { key: 'number', label: t.contract, cell: ({ number }) => number },
          {
            key: 'account',
            label: papers.account,
            cell: ({ account }) => account ?? papers.outOfReach,
          },
          { key: 'dueOn', label: t.dueOn, cell: ({ dueOn }) => printDate(dueOn, locale) },
          {
            key: 'late',
            label: t.status,
            cell: ({ daysLate }) => (daysLate > 0 ? pill(t.late(daysLate), 'red') : ''),
          },
          {
            key: 'open',
            label: t.open,
            align: 'end',
            cell: ({ openMinor, currency }) => printMoney({ minor: openMinor, currency }, locale),
          },
          { key: 'owner', label: papers.owner, cell: ({ owner }) => owner },
        ]}
        rows={open}
        rowId={({ id }) => id}
        rowName={({ number }) => number}
        rowHref={({ contractId }) => `${contractKind.href}/${contractId}`}
      />
    </Card>
  )
}
