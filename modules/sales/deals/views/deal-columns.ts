import { today } from '../../../../core/calendar/reading.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { markup } from '../../../../views/markup.ts'
import { pill } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { dealFields } from '../deal-fields.ts'
import type { DealRow } from '../deal-list.ts'
import { dealsText } from '../messages.ts'
import { outcomeTones } from './summary.tsx'

export const usualDealColumns = ['account', 'stage', 'amount', 'closesOn', 'next', 'owner']

/** Every column that the list of deals can have; the first one leads to the record. */
export function dealColumnsFor(scope: Scope): Column<DealRow>[] {
  const t = dealsText(scope.locale)
  const now = today(scope)
  const label = (field: string) =>
    dealFields.find((one) => one.field === field)?.label[scope.locale] ?? field
  const plain = (key: 'startedOn' | 'source' | 'reference' | 'seller'): Column<DealRow> => ({
    ...{ key, label: label(key), quiet: true },
    cell: (row) => row[key],
  })
  const late = (day: string) => markup`<span class="late">${day}</span>`
  return [
    { key: 'name', label: label('name'), sort: true, cell: (row) => row.name },
    { key: 'account', label: t.account, cell: (row) => row.account?.name },
    { key: 'stage', label: t.stage, cell: (row) => pill(row.stage, outcomeTones[row.outcome]) },
    {
      key: 'amount',
      label: label('amount'),
      align: 'end',
      cell: ({ amountMinor, amountCurrency: currency }) =>
        currency !== null && printMoney({ minor: Number(amountMinor), currency }, scope.locale),
    },
    {
      key: 'closesOn',
      label: label('closesOn'),
      sort: true,
      cell: ({ closesOn, outcome }) =>
        closesOn && outcome === 'open' && closesOn < now ? late(closesOn) : closesOn,
    },
    {
      key: 'next',
      label: t.next,
      cell: ({ nextOn, outcome }) => {
        if (outcome !== 'open') return nextOn
        return nextOn && nextOn >= now ? nextOn : late(nextOn ?? t.noNext)
      },
    },
    { key: 'outcome', label: t.outcome, cell: (row) => t.outcomes[row.outcome] },
    { key: 'closedOn', label: t.closedOn, quiet: true, cell: (row) => row.closedOn },
    plain('startedOn'),
    plain('source'),
    plain('reference'),
    plain('seller'),
  ]
}
