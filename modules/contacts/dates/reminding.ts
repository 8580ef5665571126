import { sql } from 'drizzle-orm'
import { notifyMany } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import type { YearDay } from '../../../core/values/year-day.ts'
import { accountKind, personKind } from '../kinds.ts'
import { accounts, people } from '../schema.ts'
import { daysBetween, isDaytime, today } from '../tasks/days.ts'
import type { DateInput } from './dates.ts'
import { nextReminder, shifted } from './occurrence.ts'
import { importantDates } from './schema.ts'
import { dateNear } from './told.ts'

const batch = 500

/** Of a day that is longer ago than this nobody is told any more. */
const tooLate = 7

type Due = Pick<DateInput, 'kind' | 'name' | 'recurs'> &
  YearDay & {
    id: string
    object: string
    record: string
    before: number
    remindOn: string
    owner: string | null
  }

/** Reminds the owners of records of days that come near, once each time they come. */
export async function remindOfDates(scope: Scope): Promise<void> {
  if (!isDaytime(scope)) return
  while ((await remindSome(scope)) === batch);
}

async function remindSome(scope: Scope): Promise<number> {
  const company = scope.company.id
  const owner = (table: typeof accounts | typeof people, object: string) => sql`
    (select owner_id from ${table} where company_id = ${company} and id = d.record_id
      and d.object = ${object} and archived_at is null)`
  const due = await scope.db.execute<Due>(sql`
    select d.id, d.object, d.record_id as record, d.kind, d.name, d.year, d.month, d.day, d.recurs,
      d.remind_before as before, d.remind_on::text as "remindOn",
      coalesce(${owner(accounts, accountKind.object)}, ${owner(people, personKind.object)}) as owner
    from ${importantDates} d
    where d.company_id = ${company} and d.remind_on <= ${today(scope)}
    order by d.remind_on, d.id limit ${batch} for update of d skip locked`)
  await notifyMany(
    scope,
    due.flatMap((one) => {
      const { owner: person, object, record, kind, name, remindOn, before } = one
      const on = shifted(remindOn, before)
      if (!person || daysBetween(on, today(scope)) > tooLate) return []
      const about = { object, recordId: record }
      return [{ person, kind: dateNear, about, data: { kind, name, on } }]
    }),
  )
  await planNext(scope, due)
  return due.length
}

/** Each date waits for its next time: the day after the one that was told, or after today. */
async function planNext(scope: Scope, due: readonly Due[]): Promise<void> {
  const next = due.map(({ id, recurs, before, remindOn, year, month, day }) => {
    const told = shifted(remindOn, before + 1)
    const from = told > today(scope) ? told : today(scope)
    return { id, next: nextReminder({ year, month, day }, recurs, before, from) }
  })
  await scope.db.execute(sql`
    update ${importantDates} d set remind_on = n.next
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n (id uuid, next date)
    where d.company_id = ${scope.company.id} and d.id = n.id`)
}
