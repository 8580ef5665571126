import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import type { Cause } from './causes.ts'
import { complaints } from './schema.ts'

export const complaintObject = 'service.complaint'

export type ComplaintInput = {
  cause: Cause
  rootCause: string
  prevention: string
  /** Whether what prevents it is done. */
  prevented: boolean
}

export type Complaint = ComplaintInput & { id: string; version: number; preventedAt: Date | null }

/** What was found out about a ticket. The caller has made sure that the ticket may be seen. */
export async function readComplaint(
  { db, company }: Scope,
  ticketId: string,
): Promise<Complaint | undefined> {
  const [row] = await db.execute<Complaint>(sql`
    select id, version, cause, root_cause as "rootCause", prevention,
      prevented_at as "preventedAt", prevented_at is not null as prevented
    from ${complaints} where company_id = ${company.id} and ticket_id = ${ticketId}`)
  return row
}

/**
 * Writes down what was found out. The caller has made sure that the ticket may be changed.
 * @param version as it was read; 0 for the first time
 * @returns conflict when somebody wrote it meanwhile
 */
export async function saveComplaint(
  scope: Scope,
  ticketId: string,
  version: number,
  input: ComplaintInput,
): Promise<'saved' | 'conflict'> {
  const old = await readComplaint(scope, ticketId)
  if ((old?.version ?? 0) !== version) return 'conflict'
  const change = differences<Record<string, unknown>>(valuesOf(old), { ...input })
  if (!change) return 'saved'
  const at = input.prevented ? (old?.preventedAt ?? scope.now()).toISOString() : null
  const id = old?.id ?? newId()
  const [row] = await scope.db.execute(sql`
    insert into ${complaints} as c (company_id, id, ticket_id, cause, root_cause, prevention,
      prevented_at)
    values (${scope.company.id}, ${id}, ${ticketId}, ${input.cause}, ${input.rootCause},
      ${input.prevention}, ${at})
    on conflict (company_id, ticket_id) do update set cause = excluded.cause,
      root_cause = excluded.root_cause, prevention = excluded.prevention,
      prevented_at = excluded.prevented_at, updated_at = now(), version = c.version + 1
      where c.version = ${version} returning id`)
  if (!row) return 'conflict'
  const action = old ? 'changed' : 'created'
  await Promise.all([
    recordAudit(scope, { action, object: complaintObject, recordId: id, ...change }),
    addToTimeline(scope, ticketKind.object, ticketId, 'service.cause-found', {
      cause: input.cause,
    }),
  ])
  return 'saved'
}

const valuesOf = (old: Complaint | undefined): Record<string, unknown> =>
  old
    ? {
        ...{ cause: old.cause, rootCause: old.rootCause, prevention: old.prevention },
        prevented: old.prevented,
      }
    : {}
