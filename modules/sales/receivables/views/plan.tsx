import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { pill, type Tone } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { contractKind } from '../../contracts/kind.ts'
import type { Contract } from '../../contracts/reading.ts'
import { receivableText } from '../messages.ts'
import type { InstalmentRow } from '../reading.ts'
import type { InstalmentStatus } from '../status.ts'

type Props = { scope: Scope; contract: Contract; plan: readonly InstalmentRow[] }

const tones: Record<InstalmentStatus, Tone> = {
  waiting: 'grey',
  'part-paid': 'blue',
  overdue: 'red',
  done: 'green',
  void: 'grey',
}

/** How an instalment stands, as a pill; what is overdue is red. */
export const statusPill = (status: InstalmentStatus, { locale }: Pick<Scope, 'locale'>) =>
  pill(receivableText(locale).statuses[status], tones[status])

/** The instalments of a contract. */
export const Plan = ({ scope, contract, plan }: Props) => {
  const { locale } = scope
  const t = receivableText(locale)
  const href = `${contractKind.href}/${contract.id}`
  const money = (minor: number) => printMoney({ minor, currency: contract.currency }, locale)
  return (
    <Card
      title={t.plan}
      flush
      testId="plan"
      actions={
        contract.mayEdit &&
        contract.stored !== 'void' && (
          <LinkButton small icon="plus" href={`${href}/instalments/new`}>
            {t.addInstalment}
          </LinkButton>
        )
      }
    >
      {plan.length === 0 ? (
        <p class="hint card-body">{t.planEmpty}</p>
      ) : (
        <Table
          t={viewText(locale).table}
          caption={t.plan}
          columns={[
            { key: 'dueOn', label: t.dueOn, cell: ({ dueOn }) => printDate(dueOn, locale) },
            {
              key: 'amount',
              label: t.amount,
              align: 'end',
              cell: ({ amountMinor }) => money(amountMinor),
            },
            {
              key: 'paid',
              label: t.paid,
              labelOnPhone: true,
              align: 'end',
              cell: ({ paidMinor }) => money(paidMinor),
            },
            {
              key: 'status',
              label: t.status,
              cell: ({ status }) => statusPill(within(contract, status), scope),
            },
            { key: 'note', label: t.note, quiet: true, cell: ({ note }) => note },
          ]}
          rows={plan}
          rowId={({ id }) => id}
          rowName={({ dueOn }) => dueOn}
          rowHref={
            contract.mayEdit ? ({ id }) => `${contractKind.href}/instalments/${id}` : undefined
          }
        />
      )}
      <Gap {...{ scope, contract, plan }} />
    </Card>
  )
}

/** Nothing is overdue of a contract that is not in force yet, and nothing is due of one that is void. */
function within({ stored }: Contract, status: InstalmentStatus): InstalmentStatus {
  if (stored === 'active' || status === 'done') return status
  if (stored === 'void') return 'void'
  return status === 'overdue' ? 'waiting' : status
}

/** What of the contract the instalments leave out, or have too much. */
const Gap = ({ scope: { locale }, contract, plan }: Props) => {
  const t = receivableText(locale)
  const planned = plan
    .filter(({ status }) => status !== 'void')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const gap = contract.totalMinor - planned
  if (gap === 0 || plan.length === 0) return null
  const amount = printMoney({ minor: Math.abs(gap), currency: contract.currency }, locale)
  return <p class="hint card-body">{gap > 0 ? t.unplanned(amount) : t.overplanned(amount)}</p>
}
