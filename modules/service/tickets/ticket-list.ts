import { sql } from 'drizzle-orm'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Named } from '../../../core/records/stored.ts'
import { accounts } from '../../contacts/public.ts'
import type { ClockKind } from '../clocks/reckoning.ts'
import { viewAccounts } from '../rights.ts'
import type { StateType } from '../states/state-types.ts'
import type { Channel, Priority, TicketType } from './choices.ts'
import { ticketKind } from './kind.ts'
import { ticketQueues } from './queues.ts'
import { never } from './schema.ts'
import { namesOfTicket, ticketStorage } from './ticket-record.ts'
import { ticketColumnsFor, usualTicketColumns } from './views/ticket-columns.ts'

export type TicketRow = ListRow & {
  number: string
  state: string
  stateType: StateType
  category: string | null
  type: TicketType
  priority: Priority
  channel: Channel
  product: string
  reference: string
  fromName: string
  fromAddress: string
  account: Named | null
  openedAt: Date
  solvedAt: Date | null
  /** Null for never; with a kind, for as long as it waits. */
  dueAt: Date | null
  dueKind: ClockKind | ''
}

/** The list of tickets; what tells one from another is no field to give many the same. */
export const ticketList: RecordList<TicketRow, 'service'> = {
  kind: ticketKind,
  title: { en: 'Tickets', 'zh-CN': '工单' },
  select: (scope) => sql`tickets.number, tickets.state_type as "stateType", tickets.type,
    tickets.priority, tickets.channel, tickets.product, tickets.reference,
    tickets.from_name as "fromName", tickets.from_address as "fromAddress",
    tickets.opened_at as "openedAt", tickets.solved_at as "solvedAt",
    nullif(tickets.due_at, ${never}) as "dueAt", tickets.due_kind as "dueKind", ${namesOfTicket},
    ${seenName(scope, accounts, viewAccounts, sql`tickets.account_id`)} as account`,
  columns: ticketColumnsFor,
  usual: usualTicketColumns,
  prepared: ticketQueues,
  bulk: bulkOf(ticketStorage, ['name', 'reference']),
}
