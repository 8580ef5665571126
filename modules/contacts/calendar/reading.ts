import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { findSubjects, type Reference, type Subject } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { activities } from '../activities/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { viewTasks } from '../tasks/tasks.ts'

/** What stands on a day: something to do, or a follow-up that was. */
export type Item = {
  id: string
  what: 'task' | 'activity'
  day: string
  title: string
  kind: string | null
  object: string | null
  recordId: string | null
  done: boolean
}

export type Diary = { items: Item[]; subjects: ReadonlyMap<string, Subject> }

/** So many are read for one look; nobody does more in a month. */
const most = 1_000

/**
 * What somebody has to do and has done on these days. Of a colleague only what one may see anyhow.
 * @param from, to the first and the last day, of the company
 */
export async function readDiary(
  registry: Registry,
  scope: Scope,
  owner: string,
  from: string,
  to: string,
): Promise<Diary> {
  const { company } = scope
  const day = sql`(activities.happened_at at time zone ${company.timeZone})::date`
  const start = sql`(${from}::timestamp at time zone ${company.timeZone})`
  const end = sql`((${to}::date + 1)::timestamp at time zone ${company.timeZone})`
  const items = await scope.db.execute<Item>(sql`
    select * from (
      select tasks.id, 'task' as what, tasks.due_on::text as day, tasks.title, null as kind,
        tasks.object, tasks.record_id as "recordId", false as done
      from ${tasks} where tasks.company_id = ${company.id} and tasks.owner_id = ${owner}
        and tasks.archived_at is null and tasks.done_at is null and tasks.due_on between ${from}::date and ${to}::date
        and ${within(scope, viewTasks, tasks)}
      union all
      select activities.id, 'activity', ${day}::text, activities.body, activities.kind,
        activities.object, activities.record_id, true
      from ${activities} where activities.company_id = ${company.id}
        and activities.owner_id = ${owner} and activities.archived_at is null
        and activities.happened_at >= ${start} and activities.happened_at < ${end}
        and ${within(scope, viewTasks, activities)}) standing
    order by day, done, id limit ${most}`)
  const about = items.flatMap(({ object, recordId }): Reference[] =>
    object && recordId ? [{ object, recordId }] : [],
  )
  const subjects = await findSubjects(registry, scope, about)
  // A follow-up on a record out of reach tells nobody of it.
  const seen = items.filter(({ what, recordId }) => what === 'task' || subjects.has(recordId ?? ''))
  return { items: seen, subjects }
}
