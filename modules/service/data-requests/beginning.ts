import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Event, Listener } from '../../../core/module.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { lastDayOf, usualLaw } from './clock.ts'
import { dataRequestObject } from './data-requests.ts'
import { dataRequests } from './schema.ts'

/**
 * Begins the request of a ticket about data: the law counts from the day it came, whether anybody has
 * filled in a form or not. What exactly is asked, and whether another law holds, is said later.
 */
export async function beginDataRequest(scope: Scope, ticketId: string): Promise<void> {
  const { company, db } = scope
  const [ticket] = await db.execute<{ openedAt: Date }>(sql`
    select t.opened_at as "openedAt" from ${tickets} t
    where t.company_id = ${company.id} and t.id = ${ticketId} and t.type = 'data_request'
      and not exists (select from ${dataRequests} r
        where r.company_id = t.company_id and r.ticket_id = t.id)`)
  if (!ticket) return
  const law = usualLaw(company)
  const receivedOn = formatDay(company.timeZone, ticket.openedAt)
  const begun = { law, receivedOn, dueOn: lastDayOf(law, receivedOn, false) }
  const [made] = await db
    .insert(dataRequests)
    .values({ companyId: company.id, id: newId(), ticketId, ...begun })
    .onConflictDoNothing()
    .returning({ id: dataRequests.id })
  if (!made) return
  await Promise.all([
    recordAudit(scope, {
      ...{ action: 'created', object: dataRequestObject, recordId: made.id, after: begun },
    }),
    addToTimeline(scope, ticketKind.object, ticketId, 'service.data-request', {
      dueOn: begun.dueOn,
    }),
  ])
}

/** What a file brings in may be long answered; whoever knows that it is not writes it down. */
const begin = async (scope: Scope, { payload }: Event): Promise<void> => {
  if (!payload.imported) await beginDataRequest(scope, String(payload.id))
}

export const dataRequestListeners: readonly Listener[] = ['opened', 'changed'].map((name) => ({
  ...{ event: `${ticketKind.object}.${name}`, during: begin },
}))
