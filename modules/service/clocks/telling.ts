import { sql } from 'drizzle-orm'
import type { Job } from '../../../core/module.ts'
import { notifyMany, type Told } from '../../../core/notify/notify.ts'
import { addLines } from '../../../core/records/timeline.ts'
import type { Scope } from '../../../core/scope.ts'
import { policies } from '../policies/schema.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { readLeads } from './leads.ts'
import type { ClockKind } from './reckoning.ts'
import { clocks } from './schema.ts'

type Running = {
  ticketId: string
  kind: ClockKind
  dueAt: string
  ownerId: string | null
  departmentId: string | null
  escalates: boolean
}

export const dueSoon = 'service.due-soon'
export const overdue = 'service.overdue'

/** Warns of what is due soon, and tells of promises that were broken: once each. */
export const tellDueJob: Job<'service'> = {
  name: 'service.tell-due',
  cron: '*/5 * * * *',
  run: (scope) => tellDue(scope),
}

/** What it does at the time of the scope's clock. */
export async function tellDue(scope: Scope): Promise<void> {
  const now = sql`${scope.now().toISOString()}::timestamptz`
  const broken = await take(scope, sql`escalated_at`, sql`c.due_at <= ${now}`)
  const pressing = await take(scope, sql`warned_at`, sql`c.warn_at <= ${now} and c.due_at > ${now}`)
  if (broken.length + pressing.length === 0) return
  const leads = await readLeads(scope)
  await notifyMany(scope, [
    ...pressing.flatMap((one) => told(dueSoon, one, [one.ownerId], leads)),
    ...broken.flatMap((one) =>
      told(overdue, one, [one.ownerId, ...(one.escalates ? leads(one.departmentId) : [])], leads),
    ),
  ])
  await addLines(
    scope,
    ticketKind.object,
    broken.map(({ ticketId, kind }) => ({
      recordId: ticketId,
      kind: overdue,
      data: { clock: kind },
    })),
  )
}

/** Clocks that nobody was told of yet, marked as told. More wait for the next time. */
const take = (scope: Scope, mark: ReturnType<typeof sql>, ready: ReturnType<typeof sql>) =>
  scope.db.execute<Running>(sql`
    update ${clocks} as told set ${mark} = ${scope.now().toISOString()}
    from ${clocks} c
    join ${tickets} t on t.company_id = c.company_id and t.id = c.ticket_id
    join ${policies} p on p.company_id = c.company_id and p.id = c.policy_id
    where told.company_id = c.company_id and told.id = c.id and c.id in (
      select c.id from ${clocks} c where c.company_id = ${scope.company.id}
        and c.stopped_at is null and c.${mark} is null and ${ready}
      order by c.due_at limit 1000)
      and c.company_id = ${scope.company.id} and t.archived_at is null
    returning t.id as "ticketId", c.kind, c.due_at as "dueAt", t.owner_id as "ownerId",
      t.department_id as "departmentId", p.escalates`)

/** Nobody's ticket is the lead's to share out. */
function told(
  kind: string,
  { ticketId, kind: clock, dueAt, departmentId, ownerId }: Running,
  people: readonly (string | null)[],
  leads: (departmentId: string | null) => string[],
): Told[] {
  const asked = ownerId ? people : leads(departmentId)
  return [...new Set(asked)].flatMap((person) =>
    person
      ? {
          ...{ person, kind, about: { object: ticketKind.object, recordId: ticketId } },
          data: { clock, at: new Date(dueAt).toISOString() },
        }
      : [],
  )
}
