import { sql } from 'drizzle-orm'
import { changeAlone } from '../access/alone.ts'
import { shiftDay } from '../calendar/calendar.ts'
import { newId } from '../db/id.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { notFound } from '../http/refusal.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'
import { parseDate } from '../values/date.ts'
import { absencesText } from './messages.ts'
import { awayBetween, keptPeople } from './reading.ts'
import { absences } from './schema.ts'

const object = 'core.absence'

/** Longer than this is a mistake in a year. */
const longest = 366

/**
 * Writes down that somebody is away.
 * @param raw fields person, from, to (empty: one day)
 * @returns what is wrong; undefined when done
 */
export async function addAbsence(scope: Scope, raw: Raw): Promise<Errors | undefined> {
  const t = absencesText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const from = fields.need('from', t.from, parseDate, '')
  const to = fields.may('to', parseDate) ?? from
  await changeAlone(scope)
  const person = (await readKept(scope)).find(({ id }) => id === raw.person)
  if (!person) fields.refuse('person', t.choosePerson)
  if (from && to < from) fields.refuse('to', t.backwards)
  if (from && to > shiftDay(from, longest - 1)) fields.refuse('to', t.tooLong(String(longest)))
  if (!fields.ok || !person) return fields.errors
  const [taken] = await scope.db.execute<{ away: boolean }>(
    sql`select ${awayBetween(scope, sql`${person.id}::uuid`, from, to)} as away`,
  )
  if (taken?.away) return { from: t.overlaps }
  const id = newId()
  await insertMany(scope, absences, [{ id, userId: person.id, fromDay: from, toDay: to }])
  const after = { name: person.name, from, to }
  await recordAudit(scope, { action: 'created', object, recordId: id, after })
  return undefined
}

/** Those whom somebody keeps absences of, by name. */
export const readKept = (scope: Scope): Promise<{ id: string; name: string }[]> =>
  scope.db.execute<{ id: string; name: string }>(sql`
    select u.id, u.name from core.users u where u.company_id = ${scope.company.id}
      and u.disabled_at is null and ${keptPeople(scope)} order by u.name, u.id`)

/** Takes an absence back. @throws Refusal 404 for one out of reach */
export async function dropAbsence(scope: Scope, id: string): Promise<void> {
  const [dropped] = await scope.db.execute<{ name: string; from: string; to: string }>(sql`
    update core.absences a set archived_at = ${scope.now().toISOString()}, updated_at = now(),
      version = a.version + 1
    from core.users u where a.company_id = ${scope.company.id} and a.id = ${id}
      and a.archived_at is null and u.company_id = a.company_id and u.id = a.user_id
      and ${keptPeople(scope)}
    returning u.name, a.from_day::text as "from", a.to_day::text as "to"`)
  if (!dropped) throw notFound()
  await recordAudit(scope, { action: 'removed', object, recordId: id, before: dropped })
}
