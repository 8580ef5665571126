import type { Page } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { costText } from '../messages.ts'
import type { CostPlan } from '../plan.ts'
import type { Booking } from '../reading.ts'
import { sayAmount } from '../wording.ts'
import { costTabs } from './tabs.tsx'

type Props = { scope: Scope; plan: CostPlan; page: Page<Booking>; mayManage: boolean }

/** What was really paid and worked, the latest months first. */
export const ActualsPage = ({ scope: { locale }, plan, page, mayManage }: Props) => {
  const t = costText(locale)
  const { title, add, text, empty, emptyText, older } = t.actuals
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={title}
        tabs={costTabs(locale, 'actuals')}
        actions={
          mayManage && (
            <LinkButton kind="primary" href="/rollout/cost/actuals/new" icon="plus">
              {add}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{text}</p>
        {page.rows.length === 0 ? (
          <Empty icon="receipt" title={empty} text={emptyText} />
        ) : (
          <Card flush testId="cost-actuals">
            <Table
              t={viewText(locale).table}
              caption={title}
              columns={columnsFor({ locale }, plan)}
              rows={page.rows}
              rowId={({ id }) => id}
              rowName={({ line }) => line}
              rowHref={mayManage ? ({ id }) => `/rollout/cost/actuals/${id}/edit` : undefined}
            />
          </Card>
        )}
        {page.after && <a href={`?after=${page.after}`}>{older}</a>}
      </PageBody>
    </>
  )
}

function columnsFor({ locale }: Pick<Scope, 'locale'>, plan: CostPlan): Column<Booking>[] {
  const t = costText(locale)
  const { line, hoursTitle, hours, document, amount } = t.actuals
  return [
    { key: 'line', label: line, cell: (one) => one.line },
    { key: 'month', label: t.month, quiet: true, cell: ({ month }) => month.slice(0, 7) },
    {
      key: 'hours',
      label: hoursTitle,
      hideOnPhone: true,
      cell: (one) => (one.hours === null ? '' : hours(one.hours)),
    },
    { key: 'document', label: document, hideOnPhone: true, cell: (one) => one.document },
    {
      key: 'amount',
      label: amount,
      align: 'end',
      cell: (one) => sayAmount(locale, plan, one.amount),
    },
  ]
}
