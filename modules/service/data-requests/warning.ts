import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import type { Job } from '../../../core/module.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import { readLeads } from '../clocks/leads.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { dataRequests } from './schema.ts'

/** So many days before the last one its people are told. */
const warnDays = 7

type Pressing = {
  ticketId: string
  ownerId: string | null
  departmentId: string | null
  dueOn: string
}

/** Tells whoever looks after a request, and who leads there, once, that the law's day comes near. */
export async function warnOfRequests(scope: Scope): Promise<void> {
  const pressing = await scope.db.execute<Pressing>(sql`
    update ${dataRequests} r set warned_at = now()
    from ${tickets} t
    where r.company_id = ${scope.company.id} and r.done_on is null and r.warned_at is null
      and r.due_on - ${warnDays}::int <= ${today(scope)}::date
      and t.company_id = r.company_id and t.id = r.ticket_id and t.archived_at is null
      and t.type = 'data_request'
    returning r.ticket_id as "ticketId", t.owner_id as "ownerId",
      t.department_id as "departmentId", r.due_on::text as "dueOn"`)
  if (pressing.length === 0) return
  const leads = await readLeads(scope)
  await notifyMany(
    scope,
    pressing.flatMap(({ ticketId, ownerId, departmentId, dueOn }) =>
      [...new Set([...(ownerId ? [ownerId] : []), ...leads(departmentId)])].map((person) => ({
        person,
        kind: 'service.data-request-due',
        about: { object: ticketKind.object, recordId: ticketId },
        data: { dueOn },
      })),
    ),
  )
}

export const dataRequestJob: Job<'service'> = {
  name: 'service.warn-of-data-requests',
  cron: '17 * * * *',
  run: warnOfRequests,
}
