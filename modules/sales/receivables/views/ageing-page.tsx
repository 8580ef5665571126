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
import { addressOf } from '../../papers/address.ts'
import { paperText } from '../../papers/messages.ts'
import { type Age, ages } from '../ageing.ts'
import type { Ageing, OpenInstalment } from '../ageing-reading.ts'
import { receivableText } from '../messages.ts'

type Props = {
  scope: Scope
  rows: readonly Ageing[]
  /** The figure that is open, and what it is made of. */
  shown?: { age: Age; currency: string }
  open: readonly OpenInstalment[]
}

/** The ages, what stands in no instalment, and all of it: one line each, so that a phone shows them whole. */
const lines = [...ages, 'unplanned', 'total'] as const
type Line = (typeof lines)[number]

/** What is owed by age, a table for each currency. */
export const AgeingPage = ({ scope, rows, shown, open }: Props) => {
  const { locale } = scope
  const t = receivableText(locale)
  const figure = (row: Ageing, age: Line) => {
    const amount = printMoney({ minor: row[age], currency: row.currency }, locale)
    if (row[age] === 0) return amount
    const { currency } = row
    const href = {
      unplanned: addressOf(contractKind.href, { unplanned: '1', currency }),
      total: addressOf(contractKind.href, { owing: '1', currency }),
      other: addressOf('/sales/receivables', { age, currency }),
    }[age === 'unplanned' || age === 'total' ? age : 'other']
    return markup`<a href="${href}">${amount}</a>`
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
          <p class="hint">{t.ageingText}</p>
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
                  rows={lines}
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
const Behind = ({ scope: { locale }, shown, open }: Required<Omit<Props, 'rows'>>) => {
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
