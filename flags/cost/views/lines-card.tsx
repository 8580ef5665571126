import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { Card } from '../../../views/card.tsx'
import { viewText } from '../../../views/messages.ts'
import { pill } from '../../../views/pill.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { categoryChoices } from '../choices.ts'
import { costText } from '../messages.ts'
import type { Costs, KeptLine } from '../reading.ts'
import { sayLine } from '../wording.ts'

type Props = { scope: Scope; costs: Costs; mayManage: boolean }

/** All lines of the plan, those of offers that are not chosen included, which say so. */
export const LinesCard = ({ scope: { locale }, costs, mayManage }: Props) => {
  const t = costText(locale)
  const offerOf = ({ offerId }: KeptLine) => costs.offers.find(({ id }) => id === offerId)
  const columns: Column<KeptLine>[] = [
    { key: 'name', label: t.lines.edit, cell: ({ name }) => name },
    {
      key: 'category',
      label: t.category,
      quiet: true,
      hideOnPhone: true,
      cell: ({ category }) => printChoice(category, categoryChoices, locale),
    },
    {
      key: 'likely',
      label: t.likely,
      align: 'end',
      cell: (line) => sayLine(locale, costs.plan, line),
    },
    {
      key: 'months',
      label: t.months,
      hideOnPhone: true,
      cell: (line) => monthsOf(line, costs.plan.horizonMonths),
    },
    {
      key: 'quote',
      label: t.quote,
      cell: (line) => {
        const offer = offerOf(line)
        return [
          line.inQuote ? pill(t.inQuote, 'green') : pill(t.notInQuote, 'orange'),
          line.vendor ? pill(line.vendor) : '',
          offer ? pill(t.onlyWith(offer.name), offer.chosenAt ? 'blue' : 'grey') : '',
        ]
      },
    },
  ]
  return (
    <Card title={t.linesTitle} flush testId="cost-lines">
      <Table
        t={viewText(locale).table}
        caption={t.linesTitle}
        columns={columns}
        rows={costs.lines}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={mayManage ? ({ id }) => `/rollout/cost/lines/${id}/edit` : undefined}
      />
    </Card>
  )
}

const monthsOf = ({ kind, fromMonth, toMonth }: KeptLine, horizon: number): string =>
  kind === 'one_off' ? String(fromMonth) : `${fromMonth}–${toMonth ?? horizon}`
