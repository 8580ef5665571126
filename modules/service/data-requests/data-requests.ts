import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import type { Claim, Outcome } from './choices.ts'
import { type Law, lastDayOf } from './clock.ts'
import { dataRequests } from './schema.ts'

export const dataRequestObject = 'service.data-request'

export type DataRequestInput = {
  claim: Claim
  law: Law
  /** ISO day. */
  receivedOn: string
  /** Whether the customer was told that it takes longer. */
  extended: boolean
  identity: string
  outcome: Outcome | null
  reason: string
}

export type DataRequest = Omit<DataRequestInput, 'claim'> & {
  /** Null while nobody has written down what is asked. */
  claim: Claim | null
  id: string
  version: number
  dueOn: string
  extendedOn: string | null
  doneOn: string | null
}

/** The request of a ticket. The caller has made sure that the ticket may be seen. */
export async function readDataRequest(
  { db, company }: Scope,
  ticketId: string,
): Promise<DataRequest | undefined> {
  const [row] = await db.execute<DataRequest>(sql`
    select id, version, claim, law, received_on::text as "receivedOn", due_on::text as "dueOn",
      extended_on::text as "extendedOn", extended_on is not null as extended, identity, outcome,
      reason, done_on::text as "doneOn"
    from ${dataRequests} where company_id = ${company.id} and ticket_id = ${ticketId}`)
  return row
}

/**
 * Writes down what is asked and what came of it; the last day follows from the law. The caller has
 * made sure that the ticket may be changed.
 * @param version as it was read; 0 for the first time
 * @returns conflict when somebody wrote it meanwhile
 */
export async function saveDataRequest(
  scope: Scope,
  ticketId: string,
  version: number,
  input: DataRequestInput,
): Promise<'saved' | 'conflict'> {
  const old = await readDataRequest(scope, ticketId)
  if ((old?.version ?? 0) !== version) return 'conflict'
  const day = today(scope)
  const extendedOn = input.extended && input.law === 'gdpr' ? (old?.extendedOn ?? day) : null
  const doneOn = input.outcome ? (old?.doneOn ?? day) : null
  const { extended: _, ...values } = input
  const after = {
    ...values,
    extendedOn,
    doneOn,
    dueOn: lastDayOf(input.law, input.receivedOn, extendedOn !== null),
  }
  const change = differences<Record<string, unknown>>({ ...old }, after)
  if (!change) return 'saved'
  const id = old?.id ?? newId()
  const [row] = await scope.db.execute(sql`
    insert into ${dataRequests} as r (company_id, id, ticket_id, claim, law, received_on, due_on,
      extended_on, identity, outcome, reason, done_on)
    values (${scope.company.id}, ${id}, ${ticketId}, ${after.claim}, ${after.law},
      ${after.receivedOn}, ${after.dueOn}, ${extendedOn}, ${after.identity}, ${after.outcome},
      ${after.reason}, ${doneOn})
    on conflict (company_id, ticket_id) do update set claim = excluded.claim, law = excluded.law,
      received_on = excluded.received_on, due_on = excluded.due_on,
      extended_on = excluded.extended_on, identity = excluded.identity,
      outcome = excluded.outcome, reason = excluded.reason, done_on = excluded.done_on,
      warned_at = case when r.due_on = excluded.due_on then r.warned_at end,
      updated_at = now(), version = r.version + 1
      where r.version = ${version} returning id`)
  if (!row) return 'conflict'
  const action = old ? 'changed' : 'created'
  await Promise.all([
    recordAudit(scope, { action, object: dataRequestObject, recordId: id, ...change }),
    addToTimeline(scope, ticketKind.object, ticketId, 'service.data-request', {
      ...{ claim: input.claim, outcome: input.outcome, dueOn: after.dueOn },
    }),
  ])
  return 'saved'
}
