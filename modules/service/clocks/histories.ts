import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'
import { accounts } from '../../contacts/public.ts'
import { isGone } from '../linking/gone.ts'
import type { StateType } from '../states/state-types.ts'
import type { Priority } from '../tickets/choices.ts'
import { messages, stateChanges, tickets } from '../tickets/schema.ts'
import type { Happening } from './reckoning.ts'

/** What is promised for a ticket depends on these, and what is kept of it on what happened. */
export type History = {
  id: string
  priority: Priority
  level: string
  categoryId: string | null
  departmentId: string | null
  openedAt: Date
  archived: boolean
  /** Whether it went into another ticket, where its promises are reckoned now. */
  gone: boolean
  happenings: Happening[]
}

type Row = Omit<History, 'happenings'> & {
  messages: { at: number; what: 'customer' | 'answer' }[]
  states: { at: number; type: StateType }[]
}

const since1970 = (column: ReturnType<typeof sql>) =>
  sql`floor(extract(epoch from ${column}) * 1000)`

/**
 * What happened to tickets, in one query. An answer that no colleague wrote, such as a receipt, is
 * none.
 */
export async function readHistories(scope: Scope, ids: readonly string[]): Promise<History[]> {
  const rows = await scope.db.execute<Row>(sql`
    select t.id, t.priority, t.category_id as "categoryId", t.department_id as "departmentId",
      t.opened_at as "openedAt", t.archived_at is not null as archived,
      ${isGone(sql`t.company_id`, sql`t.id`)} as gone,
      coalesce((select a.level from ${accounts} a
        where a.company_id = t.company_id and a.id = t.account_id), '') as level,
      coalesce((select json_agg(json_build_object('at', ${since1970(sql`m.sent_at`)}, 'what', m.kind))
        from ${messages} m where m.company_id = t.company_id and m.ticket_id = t.id
          and (m.kind = 'customer' or (m.kind = 'answer' and m.author_id is not null))), '[]') as messages,
      coalesce((select json_agg(json_build_object('at', ${since1970(sql`s.changed_at`)}, 'type', s.to_type))
        from ${stateChanges} s where s.company_id = t.company_id and s.ticket_id = t.id), '[]') as states
    from ${tickets} t
    where t.company_id = ${scope.company.id} and t.id = any(${sql.param(ids)}::uuid[])`)
  return rows.map(({ messages: said, states, ...row }) => ({
    ...row,
    happenings: [
      { at: row.openedAt.getTime(), what: 'opened' },
      ...said,
      ...states.map((one): Happening => ({ what: 'state', ...one })),
    ],
  }))
}
