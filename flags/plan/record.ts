import { sql } from 'drizzle-orm'
import { may } from '../../core/access/person.ts'
import type { ConsoleRecord } from '../../core/console.ts'
import type { Reference } from '../../core/records/subjects.ts'
import type { Scope } from '../../core/scope.ts'
import { titleOf } from './wording.ts'
import { type WorkItem, workItemObject } from './work-items.ts'

/** Whether somebody marks a piece of work and proves that it is done: who runs the plan, or whose it is. */
export const mayDo = ({ user }: Pick<Scope, 'user'>, { ownerId }: Pick<WorkItem, 'ownerId'>) =>
  may(user, 'core.rollout.manage') || ownerId === user.id

/** A piece of work as what files are put on. */
export const aboutWork = ({ id }: Pick<WorkItem, 'id'>): Reference => ({
  object: workItemObject,
  recordId: id,
})

/** Work of the plan, for files that prove that it is done. */
export const workRecord: ConsoleRecord = {
  object: workItemObject,
  icon: 'list-check',
  href: '/rollout/plan/items',
  names: async (scope, ids, deed) => {
    const { db, company, user, locale } = scope
    const all = may(user, deed === 'edit' ? 'core.rollout.manage' : 'core.rollout.view')
    const rows = await db.execute<Pick<WorkItem, 'id' | 'title' | 'code'>>(sql`
      select id, title, code from flags.work_items where company_id = ${company.id}
        and id = any(${sql.param(ids)}::uuid[])
        ${all ? sql`` : sql`and owner_id = ${user.id}`}`)
    return new Map(rows.map((row) => [row.id, titleOf(locale, row)]))
  },
}
