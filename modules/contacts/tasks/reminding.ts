import { sql } from 'drizzle-orm'
import { notifyMany } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import { isDaytime, today } from './days.ts'
import { tasks } from './schema.ts'

type Due = {
  id: string
  owner: string
  object: string | null
  record: string | null
  title: string
}

/** Reminds people of what is due today, or became due while nobody looked: once each. */
export async function remindOfTasks(scope: Scope): Promise<void> {
  if (!isDaytime(scope)) return
  const due = await scope.db.execute<Due>(sql`
    update ${tasks} set reminded_at = now()
    where company_id = ${scope.company.id} and done_at is null and archived_at is null
      and due_on <= ${today(scope)} and reminded_at is null and owner_id is not null
    returning id, owner_id as owner, object, record_id as record, title`)
  await notifyMany(
    scope,
    due.map(({ id, owner, object, record, title }) => ({
      person: owner,
      kind: 'contacts.task-due',
      about: object && record ? { object, recordId: record } : { recordId: id },
      data: { title },
    })),
  )
}
