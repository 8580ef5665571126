import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { keepClocks } from '../clocks/keeping.ts'
import type { StateType } from '../states/state-types.ts'
import { noteStates } from '../tickets/moves.ts'
import { stateChanges, tickets } from '../tickets/schema.ts'

type Row = {
  ticketId: string
  fromId: string
  fromType: StateType
  toId: string
  toType: StateType
  at: Date
}

/**
 * Writes down which of these tickets a file, or its undoing, brought into another state, and reckons
 * the clocks of those. They came there when the file says that they were done, else now, and never
 * before they came where they were.
 */
export async function noteMoved(scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const company = scope.company.id
  const now = sql`${scope.now().toISOString()}::timestamptz`
  const rows = await scope.db.execute<Row>(sql`
    update ${tickets} t set state_since = greatest(last.at,
      case when t.state_type in ('solved', 'closed') then coalesce(t.solved_at, ${now}) else ${now} end)
    from unnest(${sql.param(ids)}::uuid[]) as one (id), lateral (
      select s.to_state_id as state, s.to_type as type, s.changed_at as at from ${stateChanges} s
      where s.company_id = ${company} and s.ticket_id = one.id
      order by s.changed_at desc, s.id desc limit 1) last
    where t.company_id = ${company} and t.id = one.id and t.state_id <> last.state
    returning t.id as "ticketId", last.state as "fromId", last.type as "fromType",
      t.state_id as "toId", t.state_type as "toType", t.state_since as at`)
  await noteStates(
    scope,
    rows.map(({ ticketId, fromId, fromType, toId, toType, at }) => ({
      ...{ ticketId, at, from: { id: fromId, type: fromType }, to: { id: toId, type: toType } },
    })),
  )
  await keepClocks(
    scope,
    rows.map(({ ticketId }) => ticketId),
  )
}
