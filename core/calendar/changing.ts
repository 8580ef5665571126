import { sql } from 'drizzle-orm'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'
import { parseDate } from '../values/date.ts'
import { parseText } from '../values/text.ts'
import { shiftDay } from './calendar.ts'
import { calendarText } from './messages.ts'
import { calendarDays } from './schema.ts'

/** So many days can be entered at once; more is a mistake in a year. */
export const mostDays = 31

const audited = 'core.calendar-day'

/**
 * Says for some days whether the company works.
 * @param raw fields from, to (empty: one day), works (yes or no), name
 * @returns what is wrong; undefined when done
 */
export async function setDays(scope: Scope, raw: Raw): Promise<Errors | undefined> {
  const t = calendarText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const from = fields.need('from', t.from, parseDate, '')
  const to = fields.may('to', parseDate) ?? from
  const name = fields.need('name', t.name, (text) => parseText(text, { most: 60 }), '')
  if (raw.works !== 'yes' && raw.works !== 'no') fields.refuse('works', t.choose)
  if (from && to < from) fields.refuse('to', t.backwards)
  if (from && to > shiftDay(from, mostDays - 1)) fields.refuse('to', t.tooMany(String(mostDays)))
  if (!fields.ok) return fields.errors
  const works = raw.works === 'yes'
  const days: string[] = []
  for (let day = from; day <= to; day = shiftDay(day, 1)) days.push(day)
  await forget(scope, days)
  const by = scope.actorId
  await insertMany(
    scope,
    calendarDays,
    days.map((day) => ({ day, works, name, by })),
  )
  const after = { from, to, works, name }
  await recordAudit(scope, { action: 'changed', object: audited, recordId: from, after })
  return undefined
}

/** Takes back what the company said of a day; the calendar decides again. */
export async function dropDay(scope: Scope, day: string): Promise<void> {
  const gone = await forget(scope, [day])
  const [before] = gone
  if (!before) return
  await recordAudit(scope, { action: 'removed', object: audited, recordId: day, before })
}

const forget = (scope: Scope, days: readonly string[]) =>
  scope.db.execute<{ works: boolean; name: string }>(sql`
    delete from core.calendar_days
    where company_id = ${scope.company.id} and day = any(${sql.param(days)}::date[])
    returning works, name`)
