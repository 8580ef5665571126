import { type SQL, sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import type { Scope } from '../../../core/scope.ts'
import { activities, tasks } from '../../contacts/public.ts'
import { stages } from '../pipelines/schema.ts'

export const dealObject = 'sales.deal'

/** The day of the next step of a deal; null when it has none. */
export const nextStepOn = (deal: SQL): SQL => sql`
  (select min(t.due_on) from ${tasks} t where t.company_id = ${deal}.company_id
    and t.object = ${dealObject} and t.record_id = ${deal}.id
    and t.done_at is null and t.archived_at is null)`

/** Open deals without one: each is red until somebody plans it. */
export const lacksNextStep = (deal: SQL): SQL => sql`(${deal}.outcome = 'open' and not exists (
  select from ${tasks} t where t.company_id = ${deal}.company_id and t.object = ${dealObject}
    and t.record_id = ${deal}.id and t.done_at is null and t.archived_at is null))`

/** Days since an open deal was moved or followed up. */
export const daysStill = (deal: SQL): SQL => sql`
  extract(day from now() - greatest(${deal}.stage_since, (
    select max(a.happened_at) from ${activities} a where a.company_id = ${deal}.company_id
      and a.object = ${dealObject} and a.record_id = ${deal}.id and a.archived_at is null)))::int`

/** Open deals that nobody has moved or followed up for as long as their stage allows. */
export const standsStill = (deal: SQL): SQL => sql`(${deal}.outcome = 'open' and exists (
  select from ${stages} s where s.company_id = ${deal}.company_id and s.id = ${deal}.stage_id
    and ${daysStill(deal)} >= s.stalled_days))`

/** Open deals whose expected day has passed. */
export const isOverdue = (scope: Scope, deal: SQL): SQL =>
  sql`(${deal}.outcome = 'open' and ${deal}.closes_on < ${today(scope)})`
