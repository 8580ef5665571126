import { and, eq, sql } from 'drizzle-orm'
import { isId } from '../../../core/db/id.ts'
import { queueJob } from '../../../core/jobs.ts'
import type { Job, Listener } from '../../../core/module.ts'
import { notify } from '../../../core/notify/notify.ts'
import { handTo, holdAny, placeNamed } from '../../../core/records/assigning.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { nearestOf, readAbove } from '../by-department/nearest.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { readCandidates } from './candidates.ts'
import { chooseOwner } from './choosing.ts'
import { type AssignmentRule, readRules } from './reading.ts'
import { assignmentRules } from './schema.ts'

export const givenToYou = 'service.given-to-you'

/** Finds an owner for a ticket that came without one, right after it was opened. */
export const assignJob: Job<'service'> = {
  name: 'service.assign-ticket',
  run: async (scope, { ticket }, registry) => {
    if (typeof ticket === 'string' && isId(ticket)) await assignTicket(scope, registry, ticket)
  },
}

export const assignListeners: readonly Listener[] = [
  {
    event: `${ticketKind.object}.opened`,
    during: async (scope, { payload }) => {
      const [waits] = await scope.db.execute(sql`
        select from ${tickets} where company_id = ${scope.company.id}
          and id = ${String(payload.id)} and owner_id is null
          and exists (select from ${assignmentRules} r where r.company_id = ${scope.company.id})`)
      if (waits) await queueJob(scope.db, assignJob.name, { ticket: payload.id })
    },
  },
]

/** Gives a ticket that is nobody's to whom the rule of its department says. @returns whether it did */
export async function assignTicket(
  scope: Scope,
  registry: Registry,
  ticketId: string,
): Promise<boolean> {
  const [ticket] = await holdAny(
    scope,
    ticketKind,
    sql`${tickets.id} = ${ticketId} and ${isWaiting}`,
  )
  if (!ticket) return false
  const above = await readAbove(scope)
  const found = nearestOf(await readRules(scope), above, ticket.departmentId)
  const rule = found && (await takeTurn(scope, found.id))
  if (!rule) return false
  const candidates = await readCandidates(scope, registry, rule.departmentId, above)
  const owner = chooseOwner(rule.way, candidates, rule.lastOwnerId, rule.mostOpen)
  if (!owner) return false
  const [person] = await scope.db.execute<{ departmentId: string | null }>(sql`
    select department_id as "departmentId" from core.users
    where company_id = ${scope.company.id} and id = ${owner}`)
  const departmentId = ticket.departmentId ?? person?.departmentId ?? null
  const place = await placeNamed(scope, { ownerId: owner, departmentId })
  await handTo(scope, registry, ticketKind, [ticket], place)
  await scope.db
    .update(assignmentRules)
    .set({ lastOwnerId: owner })
    .where(and(eq(assignmentRules.companyId, scope.company.id), eq(assignmentRules.id, rule.id)))
  await notify(scope, [owner], givenToYou, { object: ticketKind.object, recordId: ticketId })
  return true
}

/** Nobody's, and still to do. */
export const isWaiting = sql`${tickets.ownerId} is null and ${tickets.archivedAt} is null
  and ${tickets.stateType} not in ('solved', 'closed')`

type Turn = Pick<AssignmentRule, 'id' | 'departmentId' | 'way' | 'mostOpen' | 'lastOwnerId'>

/** A rule as it is now, held: of two tickets at once the second goes to the next in turn. */
async function takeTurn({ db, company }: Scope, id: string): Promise<Turn | undefined> {
  const [rule] = await db.execute<Turn>(sql`
    select id, department_id as "departmentId", way, most_open as "mostOpen",
      last_owner_id as "lastOwnerId"
    from ${assignmentRules} where company_id = ${company.id} and id = ${id} for update`)
  return rule
}
