import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { words } from '../../../core/api/question.ts'
import {
  holdVersion,
  movingOf,
  placeFields,
  placeRecord,
} from '../../../core/api/records/placing.ts'
import {
  type Kept,
  keptColumns,
  keptFields,
  keptFilters,
  keptOf,
  readOne,
  readPage,
} from '../../../core/api/records/reading.ts'
import { bothWays, type JsonRecord, type Resource } from '../../../core/api/resource.ts'
import { shownFields, valuesAsJson, writtenFields } from '../../../core/fields/json.ts'
import { ownAsJson, shownOwn, writeOrRefuse, writtenOwn } from '../../../core/own-fields/json.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Named } from '../../../core/records/stored.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people } from '../../contacts/public.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { type StateType, stateTypes } from '../states/state-types.ts'
import { channels, priorities, ticketTypes } from './choices.ts'
import { ticketKind } from './kind.ts'
import { openTicket } from './opening.ts'
import { mostSaid, readInput, readSaid, readState, refuse } from './resource-input.ts'
import { ticketFields } from './ticket-fields.ts'
import {
  namesOfTicket,
  readTicket,
  type Stored,
  storedTicket,
  ticketFrom,
} from './ticket-record.ts'
import { saveTicket } from './tickets.ts'

type Row = Kept &
  Stored & {
    stateId: string
    stateType: StateType
    state: string
    categoryId: string | null
    category: string | null
    account: Named | null
    person: Named | null
    openedAt: Date
    firstResponseAt: Date | null
    solvedAt: Date | null
    closedAt: Date | null
    reopened: number
  }

const { region: _, ...kept } = keptFilters
const nullableId = z.uuid().nullable()
const moment = z.iso.datetime()
const keysOf = <Key extends string>(choices: readonly { key: Key }[]) =>
  z.enum(choices.map(({ key }) => key) as [Key, ...Key[]])

/** Tickets for programs: opened with what the customer asks, changed as the pages do. */
export const ticketResource: Resource<'service'> = {
  name: 'tickets',
  title: { en: 'Tickets', 'zh-CN': '工单' },
  permission: ticketKind.view,
  record: (scope) =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      number: z.string(),
      ...shownFields(ticketFields),
      own: shownOwn(scope?.own.live(ticketKind.object) ?? []),
      stateId: z.uuid(),
      stateName: z.string(),
      stateType: z.enum(stateTypes),
      categoryId: nullableId,
      categoryName: z.string().nullable(),
      accountId: nullableId,
      accountName: z.string().nullable(),
      personId: nullableId,
      personName: z.string().nullable(),
      fromName: z.string(),
      fromAddress: z.string(),
      openedAt: moment,
      firstResponseAt: moment.nullable(),
      solvedAt: moment.nullable(),
      closedAt: moment.nullable(),
      reopened: z.int(),
      ...keptFields,
    }),
  filters: {
    ...kept,
    progress: z.enum(['undone', ...stateTypes]),
    state: words,
    category: words,
    product: words,
    priority: keysOf(priorities),
    type: keysOf(ticketTypes),
    channel: keysOf(channels),
    account: z.uuid(),
    person: z.uuid(),
  },
  own: ticketKind.object,
  sorts: bothWays(Object.keys(ticketKind.sorts)),
  list: async (scope, question) => {
    const { rows, ...page } = await readPage<Row>(scope, ticketKind, columns(scope), question)
    return { items: rows.map((row) => asJson(scope, row)), ...page }
  },
  read: async (scope, id) =>
    asJson(scope, await readOne<Row>(scope, ticketKind, columns(scope), id)),
  writing: {
    permission: ticketKind.edit,
    input: (scope) =>
      z.strictObject({
        ...writtenFields(ticketFields),
        own: writtenOwn(scope?.own.live(ticketKind.object) ?? []),
        accountId: nullableId.optional(),
        personId: nullableId.optional(),
        categoryId: nullableId.optional(),
        stateId: z.uuid().optional(),
        text: z.string().max(mostSaid.text).optional(),
        fromName: z.string().max(mostSaid.fromName).optional(),
        fromAddress: z.string().max(mostSaid.fromAddress).optional(),
        ...placeFields,
      }),
    create: async (scope, registry, input) => {
      const { errors, placing, values, ...links } = await readInput(scope, input)
      const said = readSaid(scope, input, errors)
      refuse(errors)
      const opening = {
        ...{ ...links, ...said, values, subject: values.name },
        channel: values.channel ?? ('api' as const),
      }
      const { id } = await writeOrRefuse(() => openTicket(scope, registry, opening))
      if (input.stateId) await readState(scope, registry, id, input)
      await placeRecord(scope, registry, ticketKind, id, placing)
      return id
    },
    change: async (scope, registry, id, version, input) => {
      if (!(await holdVersion(scope, ticketKind, id, version))) return 'conflict'
      const old = await readTicket(scope, id, ticketKind.edit)
      const { errors, placing, ...read } = await readInput(scope, input, old)
      refuse(errors)
      await writeOrRefuse(() => saveTicket(scope, registry, old, old.version, read))
      if (input.stateId) await readState(scope, registry, id, input)
      await placeRecord(scope, registry, ticketKind, id, placing)
      return undefined
    },
    ...movingOf(ticketKind),
  },
}

const columns = (scope: Scope) => sql`${keptColumns(scope, ticketKind)}, ${storedTicket},
  tickets.state_id as "stateId", tickets.state_type as "stateType",
  tickets.category_id as "categoryId", ${namesOfTicket},
  ${seenName(scope, accounts, viewAccounts, sql`tickets.account_id`)} as account,
  ${seenName(scope, people, viewPeople, sql`tickets.person_id`)} as person,
  tickets.opened_at as "openedAt", tickets.first_response_at as "firstResponseAt",
  tickets.solved_at as "solvedAt", tickets.closed_at as "closedAt", tickets.reopened`

const iso = (at: Date | null) => at?.toISOString() ?? null

function asJson(scope: Scope, row: Row): JsonRecord {
  const values = ticketFrom(row)
  return {
    ...{ id: row.id, version: row.version, number: row.number },
    ...valuesAsJson(ticketFields, values),
    own: ownAsJson(scope.own.live(ticketKind.object), values),
    ...{ stateId: row.stateId, stateName: row.state, stateType: row.stateType },
    ...{ categoryId: row.categoryId, categoryName: row.category },
    ...{ accountId: row.account?.id ?? null, accountName: row.account?.name ?? null },
    ...{ personId: row.person?.id ?? null, personName: row.person?.name ?? null },
    ...{ fromName: row.fromName, fromAddress: row.fromAddress },
    ...{ openedAt: row.openedAt.toISOString(), firstResponseAt: iso(row.firstResponseAt) },
    ...{ solvedAt: iso(row.solvedAt), closedAt: iso(row.closedAt), reopened: row.reopened },
    ...keptOf(row),
  }
}
