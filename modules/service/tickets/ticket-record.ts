import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom, searchedTexts } from '../../../core/own-fields/values.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { recordColumns, type ShownRecord } from '../../../core/records/record-columns.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { filled, type Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people } from '../../contacts/public.ts'
import { type GoneInto, goneInto } from '../linking/gone.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { categories, states } from '../states/schema.ts'
import type { StateType } from '../states/state-types.ts'
import type { Channel, Priority, TicketType } from './choices.ts'
import { ticketKind } from './kind.ts'
import { tickets } from './schema.ts'
import { type TicketValues, usualValues } from './ticket-fields.ts'

/** What a ticket is found by and nobody changes: its number, and who asked in their own words. */
export type Bearing = { number: string; fromName: string; fromAddress: string }

export type Kept = TicketValues & OwnValues & Bearing

/** Where a ticket stands, and for whom it is; what lies out of the reader's reach has no name. */
export type TicketStanding = {
  stateId: string
  stateType: StateType
  state: string
  stateSince: Date
  categoryId: string | null
  category: string | null
  personId: string | null
  person: Named | null
  accountId: string | null
  account: Named | null
  openedAt: Date
  firstResponseAt: Date | null
  lastCustomerAt: Date | null
  lastAnswerAt: Date | null
  solvedAt: Date | null
  closedAt: Date | null
  reopened: number
  /** Where all of it is since it was merged. */
  goneInto: GoneInto | null
}

/** A ticket as its page shows it. */
export type TicketRecord = ShownRecord<Kept> & TicketStanding

/** The columns that hold what people know about a ticket. */
export type Stored = Bearing & {
  name: string
  type: TicketType
  priority: Priority
  product: string
  channel: Channel
  reference: string
  own: Record<string, unknown>
}

/** Those columns, for a query. */
export const storedTicket = sql`tickets.number, tickets.name, tickets.type, tickets.priority,
  tickets.product, tickets.channel, tickets.reference, tickets.from_name as "fromName",
  tickets.from_address as "fromAddress", tickets.own`

/** The names of a ticket's state and category. */
export const namesOfTicket = sql`
  (select s.name from ${states} s
    where s.company_id = tickets.company_id and s.id = tickets.state_id) as state,
  (select g.name from ${categories} g
    where g.company_id = tickets.company_id and g.id = tickets.category_id) as category`

const standing = (scope: Scope) => sql`
  tickets.state_id as "stateId", tickets.state_type as "stateType",
  tickets.state_since as "stateSince", tickets.category_id as "categoryId", ${namesOfTicket},
  tickets.person_id as "personId", tickets.account_id as "accountId",
  ${seenName(scope, people, viewPeople, sql`tickets.person_id`)} as person,
  ${seenName(scope, accounts, viewAccounts, sql`tickets.account_id`)} as account,
  tickets.opened_at as "openedAt", tickets.first_response_at as "firstResponseAt",
  tickets.last_customer_at as "lastCustomerAt", tickets.last_answer_at as "lastAnswerAt",
  tickets.solved_at as "solvedAt", tickets.closed_at as "closedAt", tickets.reopened,
  ${goneInto(scope)} as "goneInto"`

/** Reads one ticket with all its page shows, in one query. @throws Refusal 404 out of reach */
export async function readTicket(
  scope: Scope,
  id: string,
  permission: string = ticketKind.view,
): Promise<TicketRecord> {
  const [row] = await scope.db.execute<Omit<TicketRecord, 'values'> & Stored>(sql`
    select ${recordColumns(scope, ticketKind)}, ${storedTicket}, ${standing(scope)}
    from ${tickets}
    where tickets.company_id = ${scope.company.id} and tickets.id = ${id}
      and ${within(scope, permission, tickets)}`)
  if (!row) throw notFound()
  return { ...row, values: ticketFrom(row) }
}

/** What is stored, as values. */
export const ticketFrom = (row: Stored): Kept => ({
  name: row.name,
  type: row.type,
  priority: row.priority,
  product: filled(row.product),
  channel: row.channel,
  reference: filled(row.reference),
  number: row.number,
  fromName: row.fromName,
  fromAddress: row.fromAddress,
  ...ownFrom(row.own),
})

/** Values as columns, with the keys a ticket is found by. */
export function ticketColumns(scope: Scope, values: Kept) {
  const { name, number, reference, fromName, fromAddress } = values
  return {
    ...{ name, number, fromName, fromAddress },
    type: values.type ?? usualValues.type,
    priority: values.priority ?? usualValues.priority,
    product: values.product ?? '',
    channel: values.channel ?? usualValues.channel,
    reference: reference ?? '',
    own: ownColumn(values),
    ...keysOf(name, [number, reference, fromAddress], 'firm', [
      fromName,
      ...searchedTexts(scope.own.live(ticketKind.object), values),
    ]),
  }
}

/** How a ticket stands in its table. */
export const ticketStorage: Storage<Kept, Stored> = {
  kind: ticketKind,
  stored: storedTicket,
  valuesFrom: ticketFrom,
  columnsOf: ticketColumns,
}
