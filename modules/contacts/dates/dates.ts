import { type SQLWrapper, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { tell } from '../../../core/events.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import { addToTimeline } from '../../../core/records/timeline.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { isoYearDay, type YearDay } from '../../../core/values/year-day.ts'
import { today } from '../tasks/days.ts'
import { type DateKind, mostDates, type Recurs } from './kinds.ts'
import { nextReminder } from './occurrence.ts'
import { importantDates } from './schema.ts'

export const dateObject = 'contacts.date'

/** A day as somebody wants it remembered; `remindBefore` in days, null for no reminder. */
export type DateInput = {
  kind: DateKind
  /** What it is called; empty for kinds that say it themselves. */
  name: string
  at: YearDay
  recurs: Recurs
  remindBefore: number | null
}

export type ImportantDate = DateInput & { id: string; version: number }

export type DateRow = Omit<ImportantDate, 'at'> & YearDay

/** The dates of one record as JSON, for a query of its page. */
export const datesOf = (scope: Scope, object: string, id: SQLWrapper) => sql`
  coalesce((select json_agg(json_build_object('id', d.id, 'version', d.version, 'kind', d.kind,
      'name', d.name, 'year', d.year, 'month', d.month, 'day', d.day, 'recurs', d.recurs,
      'remindBefore', d.remind_before) order by d.id)
    from ${importantDates} d where d.company_id = ${scope.company.id} and d.object = ${object}
      and d.record_id = ${id}), '[]')`

export const dateFrom = ({ year, month, day, ...row }: DateRow): ImportantDate => ({
  ...row,
  at: { year, month, day },
})

/** The dates of a record that the caller may see. */
export async function readDates(scope: Scope, about: Reference): Promise<ImportantDate[]> {
  const [row] = await scope.db.execute<{ dates: DateRow[] }>(
    sql`select ${datesOf(scope, about.object, sql`${about.recordId}::uuid`)} as dates`,
  )
  return (row?.dates ?? []).map(dateFrom)
}

/** One date, and the record it is about. @throws Refusal 404 when there is no such date */
export async function readDate(
  scope: Scope,
  id: string,
): Promise<{ about: Reference; date: ImportantDate }> {
  const [row] = await scope.db.execute<Reference>(sql`
    select object, record_id as "recordId" from ${importantDates}
    where company_id = ${scope.company.id} and id = ${id}`)
  const date = row && (await readDates(scope, row)).find((one) => one.id === id)
  if (!date) throw notFound()
  return { about: row, date }
}

/** As audit keeps a date. */
const kept = ({ kind, name, at, recurs, remindBefore }: DateInput) => ({
  kind,
  name,
  day: isoYearDay(at),
  recurs,
  remindBefore,
})

/** As the timeline keeps it, to say it in its reader's language. */
const told = ({ kind, name, at, recurs }: DateInput) => ({ kind, name, ...at, recurs })

const reminderOf = (scope: Scope, { at, recurs, remindBefore }: DateInput) =>
  nextReminder(at, recurs, remindBefore, today(scope))

/** Adds a date to a record that the caller may change. @returns `full` when it has too many */
export async function addDate(
  scope: Scope,
  registry: Registry,
  about: Reference,
  date: DateInput,
): Promise<'added' | 'full'> {
  if ((await readDates(scope, about)).length >= mostDates) return 'full'
  const id = newId()
  const { kind, name, at, recurs, remindBefore } = date
  await Promise.all([
    scope.db.insert(importantDates).values({
      ...{ companyId: scope.company.id, id, ...about, kind, name, ...at, recurs, remindBefore },
      remindOn: reminderOf(scope, date),
    }),
    trace(scope, registry, about, id, 'added', { after: kept(date) }, told(date)),
  ])
  return 'added'
}

/** Changes a date as read with `version`. @returns conflict when it was changed since */
export async function saveDate(
  scope: Scope,
  registry: Registry,
  about: Reference,
  old: ImportantDate,
  version: number,
  date: DateInput,
): Promise<'saved' | 'unchanged' | 'conflict'> {
  if (old.version !== version) return 'conflict'
  const changed = differences<Record<string, unknown>>(kept(old), kept(date))
  if (!changed) return 'unchanged'
  const { kind, name, at, recurs, remindBefore } = date
  const saved = await scope.db
    .update(importantDates)
    .set({
      ...{ kind, name, ...at, recurs, remindBefore, remindOn: reminderOf(scope, date) },
      ...{ version: version + 1, updatedAt: sql`now()` },
    })
    .where(sql`company_id = ${scope.company.id} and id = ${old.id} and version = ${version}`)
    .returning({ id: importantDates.id })
  if (saved.length === 0) return 'conflict'
  await trace(scope, registry, about, old.id, 'changed', changed, told(date))
  return 'saved'
}

/** Takes a date away; the audit trail keeps what it was. */
export async function removeDate(
  scope: Scope,
  registry: Registry,
  about: Reference,
  old: ImportantDate,
): Promise<void> {
  await Promise.all([
    scope.db.execute(sql`
      delete from ${importantDates} where company_id = ${scope.company.id} and id = ${old.id}`),
    trace(scope, registry, about, old.id, 'removed', { before: kept(old) }, told(old)),
  ])
}

async function trace(
  scope: Scope,
  registry: Registry,
  about: Reference,
  id: string,
  deed: 'added' | 'changed' | 'removed',
  sides: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  story: Record<string, unknown>,
): Promise<void> {
  const { object, recordId } = about
  const of = { about: object, record: recordId }
  await Promise.all([
    recordAudit(scope, {
      action: deed === 'added' ? 'created' : deed,
      object: dateObject,
      recordId: id,
      before: sides.before,
      after: { ...sides.after, ...of },
    }),
    addToTimeline(scope, object, recordId, `contacts.date-${deed}`, story),
    tell(registry, scope, `contacts.date.${deed}`, { id, object, record: recordId }),
  ])
}
