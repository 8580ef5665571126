import { sql } from 'drizzle-orm'
import { seenName } from '../../core/records/seen-name.ts'
import { countRows, readExportPage, type Written } from '../../core/transfer/book/exporting.ts'
import type { Transfer } from '../../core/transfer/transfer.ts'
import { accounts } from '../contacts/public.ts'
import { viewAccounts } from './rights.ts'
import { ticketKind } from './tickets/kind.ts'
import { namesOfTicket, type Stored, storedTicket, ticketFrom } from './tickets/ticket-record.ts'
import { putTicketsBack } from './transfers/putting-back.ts'
import { type TicketRow, ticketColumns } from './transfers/ticket-columns.ts'
import { ticketKeyChoices } from './transfers/ticket-keys.ts'
import { rehearseTickets, writeTickets } from './transfers/tickets.ts'

type Exported = Stored &
  Written & {
    id: string
    state: string
    category: string | null
    account: { name: string } | null
    firstResponseAt: string | null
    solvedAt: string | null
    owner: string | null
    department: string | null
  }

const ticketTransfer: Transfer<'service'> = {
  kind: 'tickets',
  object: ticketKind.object,
  title: { en: 'Tickets', 'zh-CN': '工单' },
  importPermission: ticketKind.files.import,
  exportPermission: ticketKind.files.export,
  keys: {
    en: 'Number, else outside number; without either each row is new',
    'zh-CN': '编号，没有则按外部编号；都没有则每行新建',
  },
  keyChoices: ticketKeyChoices,
  columns: ticketColumns,
  write: (scope, registry, rows, order) =>
    writeTickets(scope, registry, rows as TicketRow[], order),
  rehearse: rehearseTickets,
  putBack: putTicketsBack,
  count: (scope, filters) => countRows(scope, ticketKind, ticketKind.files.export, filters),
  read: async (scope, filters, ...page) => {
    const wall = (column: ReturnType<typeof sql>) =>
      sql`to_char(${column} at time zone ${scope.company.timeZone}, 'YYYY-MM-DD HH24:MI:SS')`
    const columns = sql`${storedTicket}, ${namesOfTicket},
      ${seenName(scope, accounts, viewAccounts, sql`tickets.account_id`)} as account,
      ${wall(sql`tickets.first_response_at`)} as "firstResponseAt",
      ${wall(sql`tickets.solved_at`)} as "solvedAt"`
    const rows = await readExportPage<Exported>(
      ...([scope, ticketKind, ticketKind.files.export, columns, filters] as const),
      ...page,
    )
    return rows.map((row) => ({
      ...{ id: row.id, ...ticketFrom(row), account: row.account?.name ?? null },
      ...{ state: row.state, category: row.category },
      ...{ requester: row.fromName || null, requesterEmail: row.fromAddress || null },
      ...{ firstResponseAt: row.firstResponseAt, solvedAt: row.solvedAt },
      ...{ owner: row.owner, department: row.department },
      ...{ createdAt: row.createdAt, createdBy: row.createdBy, updatedAt: row.updatedAt },
    }))
  },
  listHref: ticketKind.href,
}

/** What goes in and out as files. */
export const transfers: readonly Transfer<'service'>[] = [ticketTransfer]
