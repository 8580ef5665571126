import { type SQL, sql } from 'drizzle-orm'
import { chosen } from '../tickets/chosen-filter.tsx'
import { never, tickets } from '../tickets/schema.ts'
import { clocksText } from './messages.ts'
import { clockKinds } from './reckoning.ts'
import { clocks } from './schema.ts'

const day = sql`interval '24 hours'`

/** Tickets by when they are due, as their list marks them. */
const due: Record<'soon' | 'late' | 'day' | 'paused', SQL> = {
  soon: sql`${tickets.dueAt} <= now() + ${day}`,
  late: sql`${tickets.dueAt} <= now()`,
  day: sql`${tickets.dueAt} > now() and ${tickets.dueAt} <= now() + ${day}`,
  paused: sql`${tickets.dueKind} <> '' and ${tickets.dueAt} = ${never}`,
}

const dueKeys = ['soon', 'late', 'day', 'paused'] as const

const byDue = chosen(
  'due',
  (locale) => clocksText(locale).filter,
  (locale) => dueKeys.map((value) => ({ value, label: clocksText(locale).filters[value] })),
  (value) => due[value as keyof typeof due] ?? sql`false`,
)

/** What became of a promise, as reports count it: the clock, and whether it was in time. */
export const promises = clockKinds.flatMap((kind) =>
  (['kept', 'broken'] as const).map((outcome) => `${kind}-${outcome}` as const),
)

/** Whether a clock was kept or broken, as `outcomeOf` says it. */
export const isBroken = sql`(c.due_at is not null and coalesce(c.stopped_at, now()) > c.due_at)`
export const isKept = sql`(c.stopped_at is not null and not ${isBroken})`

const byPromise = chosen(
  'promise',
  (locale) => clocksText(locale).promise,
  (locale) => promises.map((value) => ({ value, label: clocksText(locale).promises[value] })),
  (value) => {
    const [kind, outcome] = value.split('-')
    return sql`exists (select from ${clocks} c where c.company_id = ${tickets.companyId}
      and c.ticket_id = ${tickets.id} and c.kind = ${kind}
      and ${outcome === 'kept' ? isKept : isBroken})`
  },
)

/** The filters by what is promised and kept. */
export const clockFilters = [byDue, byPromise]
