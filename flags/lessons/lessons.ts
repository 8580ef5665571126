import { sql } from 'drizzle-orm'
import { addWorkingDays } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { currentOf, readStages } from '../plan/stage-rows.ts'
import type { StageCode } from '../plan/stages.ts'
import { addWorkItem } from '../plan/work-items.ts'
import type { LessonKind } from './schema.ts'

export const lessonObject = 'flags.lesson'

export type Lesson = {
  id: string
  stage: StageCode
  kind: LessonKind
  text: string
  owner: string | null
  workItemId: string | null
  /** Whether the work that was made of it is done; null where there is none. */
  isDone: boolean | null
}

/** What was learned, stage by stage in the order in which it was written down. @param stage only of it */
export const readLessons = (
  { db, company }: Pick<Scope, 'db' | 'company'>,
  stage?: StageCode,
): Promise<Lesson[]> =>
  db.execute<Lesson>(sql`
    select l.id, l.stage, l.kind, l.text, u.name as owner, l.work_item_id as "workItemId",
      case when i.id is not null then i.done_on is not null end as "isDone"
    from flags.lessons l
    left join core.users u on u.company_id = l.company_id and u.id = l.owner_id
    left join flags.work_items i on i.company_id = l.company_id and i.id = l.work_item_id
    where l.company_id = ${company.id} and l.archived_at is null
      ${stage ? sql`and l.stage = ${stage}` : sql``}
    order by l.stage, l.id limit 500`)

/** A title of work has so many characters at most. */
const longest = 200

/** Makes work of a change, once, in the stage under way; without a plan there is none. */
export async function makeWorkOf(scope: Scope, id: string): Promise<void> {
  const [lesson] = await scope.db.execute<{ text: string; ownerId: string | null }>(sql`
    select text, owner_id as "ownerId" from flags.lessons where company_id = ${scope.company.id}
      and id = ${id} and kind = 'change' and work_item_id is null and archived_at is null`)
  const stage = lesson && currentOf(await readStages(scope))
  if (!lesson || !stage) return
  const title = lesson.text.length > longest ? `${lesson.text.slice(0, longest - 1)}…` : lesson.text
  const dueOn = addWorkingDays(await readCalendar(scope), today(scope), 10)
  const item = await addWorkItem(scope, {
    ...{ stage: stage.code, title, note: '', ownerId: lesson.ownerId, dueOn },
  })
  await scope.db.execute(sql`
    update flags.lessons set work_item_id = ${item}
    where company_id = ${scope.company.id} and id = ${id}`)
}
