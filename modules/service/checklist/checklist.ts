import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { newId } from '../../../core/db/id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { checkpoints } from './schema.ts'

export type Checkpoint = {
  id: string
  ticketId: string
  text: string
  doneAt: Date | null
  doneBy: string | null
}

export const mostCheckpoints = 50

/** What is to be seen to on a ticket. The caller has made sure that it may be seen. */
export async function readChecklist(
  { db, company }: Scope,
  ticketId: string,
): Promise<Checkpoint[]> {
  const rows = await db.execute<Checkpoint>(sql`
    select c.id, c.ticket_id as "ticketId", c.text, c.done_at as "doneAt",
      (select u.name from core.users u
        where u.company_id = c.company_id and u.id = c.done_by) as "doneBy"
    from ${checkpoints} c where c.company_id = ${company.id} and c.ticket_id = ${ticketId}
    order by c.position, c.id limit ${mostCheckpoints}`)
  return [...rows]
}

/** One line, for those who may change its ticket. @throws Refusal 404 else */
export async function readCheckpoint(scope: Scope, id: string): Promise<Checkpoint> {
  const [row] = await scope.db.execute<Checkpoint>(sql`
    select c.id, c.ticket_id as "ticketId", c.text, c.done_at as "doneAt", null as "doneBy"
    from ${checkpoints} c join ${tickets}
      on tickets.company_id = c.company_id and tickets.id = c.ticket_id
    where c.company_id = ${scope.company.id} and c.id = ${id}
      and ${within(scope, ticketKind.edit, tickets)}`)
  if (!row) throw notFound()
  return row
}

/** Adds a line. @returns full when there are too many already */
export async function addCheckpoint(
  scope: Scope,
  ticketId: string,
  text: string,
): Promise<'added' | 'full'> {
  const company = scope.company.id
  const id = newId()
  const [row] = await scope.db.execute<{ count: number; last: number }>(sql`
    select count(*)::int as count, coalesce(max(position), 0) as last from ${checkpoints}
    where company_id = ${company} and ticket_id = ${ticketId}`)
  if ((row?.count ?? 0) >= mostCheckpoints) return 'full'
  const position = (row?.last ?? 0) + 1
  await Promise.all([
    scope.db.insert(checkpoints).values({ companyId: company, id, ticketId, text, position }),
    noted(scope, ticketId, { after: { checkpoint: text } }),
  ])
  return 'added'
}

/** Notes that a line is done, or is not after all. */
export async function tickCheckpoint(
  scope: Scope,
  { id, ticketId, text }: Checkpoint,
  isDone: boolean,
): Promise<void> {
  const changed = await scope.db.execute(sql`
    update ${checkpoints} set done_at = ${isDone ? sql`now()` : null},
      done_by = ${isDone ? scope.actorId : null}
    where company_id = ${scope.company.id} and id = ${id}
      and (done_at is null) = ${isDone} returning id`)
  if (changed.length === 0) return
  const [before, after] = [{ checkpoint: null }, { checkpoint: text }]
  await noted(scope, ticketId, isDone ? { after } : { before: after, after: before })
}

/** Takes a line out. */
export async function removeCheckpoint(scope: Scope, { id, ticketId, text }: Checkpoint) {
  await Promise.all([
    scope.db.execute(sql`
      delete from ${checkpoints} where company_id = ${scope.company.id} and id = ${id}`),
    noted(scope, ticketId, { before: { checkpoint: text }, after: { checkpoint: null } }),
  ])
}

const noted = (
  scope: Scope,
  recordId: string,
  sides: { before?: Record<string, unknown>; after?: Record<string, unknown> },
) => recordAudit(scope, { action: 'changed', object: ticketKind.object, recordId, ...sides })
