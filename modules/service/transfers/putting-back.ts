import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import type { Transfer } from '../../../core/transfer/transfer.ts'
import { toldSince } from '../../../core/transfer/undo/put-back.ts'
import { putBack, type Way } from '../../../core/transfer/undo/put-records-back.ts'
import { people, putPeopleBack } from '../../contacts/public.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { noteMoved } from './moved.ts'
import {
  changeOf,
  type StoredState,
  stateColumns,
  stateFrom,
  type TicketState,
} from './ticket-state.ts'

const ticketWay: Way<TicketState> = {
  kind: ticketKind,
  permission: ticketKind.files.import,
  read: async (scope, source) => {
    const rows = await scope.db.execute<StoredState & { id: string }>(sql`
      select tickets.id, ${stateColumns} from ${source}`)
    return new Map(rows.map((row) => [row.id, stateFrom(row)]))
  },
  changeOf,
  // An answer raises no version, and must not be forgotten by the ticket it was given on.
  touched: toldSince(ticketKind.object),
}

/** Puts tickets back as a file found them, and with those it made the contacts it made for them. */
export const putTicketsBack: NonNullable<Transfer['putBack']> = async (
  scope,
  registry,
  importId,
  recordIds,
) => {
  const outcomes = await putBack(scope, registry, ticketWay, importId, recordIds)
  await noteMoved(scope, recordIds)
  const requesters = await madeAlone(scope, importId, recordIds)
  if (requesters.length === 0) return outcomes
  const asked = new Set(requesters)
  return [
    ...outcomes.filter(({ recordId }) => !asked.has(recordId)),
    ...(await putPeopleBack(scope, registry, importId, requesters)),
  ]
}

/**
 * Contacts among what an import made, for whom no ticket is left but such as its undoing has yet to
 * come to.
 */
async function madeAlone(
  { db, company }: Scope,
  importId: string,
  recordIds: readonly string[],
): Promise<string[]> {
  const these = sql`${sql.param(recordIds)}::uuid[]`
  const rows = await db.execute<{ id: string }>(sql`
    select p.id from ${people} p where p.company_id = ${company.id} and p.id = any(${these})
      and not exists (select from ${tickets} t where t.company_id = p.company_id
        and t.person_id = p.id and t.archived_at is null
        and not exists (select from core.import_changes d where d.company_id = t.company_id
          and d.import_id = ${importId} and d.record_id = t.id and d.deed = 'created'
          and d.outcome is null and not t.id = any(${these})))`)
  return rows.map(({ id }) => id)
}
