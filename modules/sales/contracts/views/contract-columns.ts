import { today } from '../../../../core/calendar/reading.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { pill, type Tone } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { paperText } from '../../papers/messages.ts'
import type { ContractListRow } from '../contract-list.ts'
import { contractText } from '../messages.ts'
import { type ContractState, stateOn } from '../state.ts'

const tones: Record<ContractState, Tone> = {
  draft: 'grey',
  waiting: 'orange',
  active: 'green',
  expired: 'orange',
  void: 'grey',
}

/** How a contract stands, as a pill. */
export const statePill = (state: ContractState, { locale }: Pick<Scope, 'locale'>) =>
  pill(contractText(locale).states[state], tones[state])

export const usualContractColumns = [
  ...['number', 'account', 'total', 'balance', 'overdue', 'endsOn', 'state', 'owner'],
]

/** Every column that the list of contracts can have; the first one leads to the record. */
export function contractColumnsFor(scope: Scope): Column<ContractListRow>[] {
  const { locale } = scope
  const t = contractText(locale)
  const papers = paperText(locale)
  const now = today(scope)
  const money = (
    key: 'total' | 'received' | 'balance',
    of: (row: ContractListRow) => number,
  ): Column<ContractListRow> => ({
    ...{ key, label: t[key], align: 'end', hideOnPhone: key !== 'balance', labelOnPhone: true },
    cell: (row) => printMoney({ minor: of(row), currency: row.currency }, locale),
  })
  const day = (key: 'signedOn' | 'startsOn' | 'endsOn'): Column<ContractListRow> => ({
    ...{ key, label: t[key], quiet: true, hideOnPhone: true },
    cell: (row) => row[key] && printDate(row[key], locale),
  })
  return [
    { key: 'name', label: t.name, sort: true, cell: ({ name }) => name },
    { key: 'number', label: papers.number, sort: true, cell: ({ number }) => number },
    { key: 'account', label: papers.account, cell: ({ account }) => account?.name },
    money('total', ({ totalMinor }) => totalMinor),
    money('received', ({ receivedMinor }) => receivedMinor),
    money('balance', ({ balanceMinor }) => balanceMinor),
    {
      ...{ key: 'overdue', label: t.overdue, labelOnPhone: true },
      cell: ({ overdueMinor: minor, currency }) =>
        minor > 0 && pill(printMoney({ minor, currency }, locale), 'red'),
    },
    day('signedOn'),
    day('startsOn'),
    day('endsOn'),
    { key: 'state', label: t.state, cell: (row) => statePill(stateOn(row, now), scope) },
  ]
}
