import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { readWorkTimes } from '../hours/reading.ts'
import { workBetween } from '../hours/work-time.ts'
import { tickets } from '../tickets/schema.ts'
import type { ClockKind } from './reckoning.ts'
import { clocks } from './schema.ts'

/** A clock as the page of its ticket shows it; seconds of business time. */
export type ShownClock = {
  kind: ClockKind
  stoppedAt: Date | null
  pausedAt: Date | null
  dueAt: Date | null
  used: number
  target: number
  /** What is left until it runs out; nought when it has. */
  left: number
}

/**
 * The clocks of a ticket that somebody sees: the first response, the response that is asked for or
 * was given last, the solution.
 */
export async function readClocks(scope: Scope, ticketId: string): Promise<ShownClock[]> {
  const rows = await scope.db.execute<Stored & { departmentId: string | null }>(sql`
    select distinct on (c.kind) c.kind, c.stopped_at as "stoppedAt", c.paused_at as "pausedAt",
      c.due_at as "dueAt", c.used, c.target, t.department_id as "departmentId"
    from ${clocks} c join ${tickets} t on t.company_id = c.company_id and t.id = c.ticket_id
    where c.company_id = ${scope.company.id} and c.ticket_id = ${ticketId}
    order by c.kind, c.round desc`)
  const [first] = rows
  if (!first) return []
  const work = (await readWorkTimes(scope))(first.departmentId)
  const now = scope.now().getTime()
  const until = (due: Date) => workBetween(work, now, due.getTime()) / 1000
  return rows.map((clock) => ({ ...clock, left: leftOf(clock, until) }))
}

type Stored = Omit<ShownClock, 'left'>

const leftOf = ({ dueAt, target, used }: Stored, until: (due: Date) => number): number =>
  dueAt === null ? Math.max(0, target - used) : until(dueAt)
