import { sql } from 'drizzle-orm'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { rolloutAlone } from './programme.ts'
import { workDependencies } from './schema.ts'
import { type ItemDays, type ItemOutlook, itemOutlook } from './slip.ts'
import { type WorkItem, workItemObject } from './work-items.ts'

/** Something that waits for so many others is a plan of its own. */
const most = 20

/** The days of all work that is not dropped, with what each waits for: what the outlook needs. */
export const readItemDays = ({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<ItemDays[]> =>
  db.execute<ItemDays>(sql`
    select i.id, i.due_first::text as "dueFirst", i.due_on::text as "dueOn",
      i.done_on::text as "doneOn", array(select d.waits_for from flags.work_dependencies d
        where d.company_id = i.company_id and d.item_id = i.id) as "waitsFor"
    from flags.work_items i where i.company_id = ${company.id} and i.dropped_at is null
    order by i.id limit 2000`)

/** Where all work of the plan is heading today. */
export const readItemOutlook = async (scope: Scope): Promise<ReadonlyMap<string, ItemOutlook>> =>
  itemOutlook(await readCalendar(scope), await readItemDays(scope), today(scope))

/** Work as another one names it. */
export type Named = Pick<WorkItem, 'id' | 'stage' | 'title' | 'code' | 'doneOn'>

const named = sql`i.id, i.stage, i.title, i.code, i.done_on::text as "doneOn"`

/** What has to be done before a piece of work. */
export const readBefore = ({ db, company }: Scope, id: string): Promise<Named[]> =>
  db.execute<Named>(sql`
    select ${named} from flags.work_dependencies d
    join flags.work_items i on i.company_id = d.company_id and i.id = d.waits_for
    where d.company_id = ${company.id} and d.item_id = ${id} and i.dropped_at is null
    order by i.stage, i.due_on, i.id`)

/** All that a piece of work could wait for: what is open, but for itself. */
export const readOthers = ({ db, company }: Scope, id: string): Promise<Named[]> =>
  db.execute<Named>(sql`
    select ${named} from flags.work_items i where i.company_id = ${company.id} and i.id <> ${id}
      and i.dropped_at is null and i.done_on is null
    order by i.stage, i.due_on, i.id limit 500`)

/**
 * Lets a piece of work wait for another one; said twice it is said once.
 * @returns `circle` when that one waits for this one already, `tooMany`, or undefined when done
 */
export async function letWait(
  scope: Scope,
  { id }: Pick<WorkItem, 'id'>,
  before: string,
): Promise<'circle' | 'tooMany' | undefined> {
  await rolloutAlone(scope)
  const { db, company } = scope
  const known = await readBefore(scope, id)
  if (known.some((one) => one.id === before)) return undefined
  if (known.length >= most) return 'tooMany'
  const [circle] = await db.execute(sql`
    with recursive behind as (
      select ${before}::uuid as id
      union
      select d.waits_for from flags.work_dependencies d join behind b on d.item_id = b.id
      where d.company_id = ${company.id})
    select from behind where id = ${id} limit 1`)
  if (circle) return 'circle'
  await insertMany(scope, workDependencies, [{ itemId: id, waitsFor: before }])
  const after = { waitsFor: before }
  await recordAudit(scope, { action: 'changed', object: workItemObject, recordId: id, after })
  return undefined
}

/** Lets it wait no longer. */
export async function letGo(scope: Scope, { id }: Pick<WorkItem, 'id'>, before: string) {
  const [gone] = await scope.db.execute(sql`
    delete from flags.work_dependencies where company_id = ${scope.company.id}
      and item_id = ${id} and waits_for = ${before} returning item_id`)
  if (!gone) return
  const told = { before: { waitsFor: before } }
  await recordAudit(scope, {
    ...{ action: 'changed', object: workItemObject, recordId: id, ...told },
  })
}
