import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { pill } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { clocksText } from '../../clocks/messages.ts'
import { dueCell } from '../../clocks/views/due-cell.ts'
import { stateTones } from '../../states/state-types.ts'
import { channel, priority, priorityTones, ticketType } from '../choices.ts'
import { ticketsText } from '../messages.ts'
import { ticketFields } from '../ticket-fields.ts'
import type { TicketRow } from '../ticket-list.ts'

export const usualTicketColumns = ['number', 'state', 'priority', 'due', 'from', 'opened', 'owner']

/** What the list of tickets can show of its own; the first column leads to the record. */
export function ticketColumnsFor(scope: Scope): Column<TicketRow>[] {
  const { locale, company, now } = scope
  const t = ticketsText(locale)
  const label = (field: string) =>
    ticketFields.find((one) => one.field === field)?.label[locale] ?? field
  const ago = (at: Date | null) => at && formatAgo(locale, company.timeZone, at, now())
  return [
    { key: 'name', label: label('name'), sort: true, cell: (row) => row.name },
    { key: 'number', label: t.number, quiet: true, cell: (row) => row.number },
    { key: 'state', label: t.state, cell: (row) => pill(row.state, stateTones[row.stateType]) },
    {
      key: 'priority',
      label: label('priority'),
      cell: (row) => pill(priority.print(row.priority, locale), priorityTones[row.priority]),
    },
    {
      key: 'due',
      label: clocksText(locale).due,
      sort: true,
      cell: (row) => dueCell(scope, row),
    },
    { key: 'from', label: t.person, cell: (row) => row.fromName || row.fromAddress },
    { key: 'account', label: t.account, cell: (row) => row.account?.name },
    { key: 'type', label: label('type'), cell: (row) => ticketType.print(row.type, locale) },
    { key: 'category', label: t.category, cell: (row) => row.category },
    { key: 'product', label: label('product'), cell: (row) => row.product },
    {
      key: 'channel',
      label: label('channel'),
      quiet: true,
      cell: (row) => channel.print(row.channel, locale),
    },
    { key: 'reference', label: label('reference'), quiet: true, cell: (row) => row.reference },
    { key: 'opened', label: t.opened, sort: true, quiet: true, cell: (row) => ago(row.openedAt) },
    { key: 'solved', label: t.solved, quiet: true, cell: (row) => ago(row.solvedAt) },
  ]
}
