import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import type { Job } from '../../../core/module.ts'
import { notifyMany } from '../../../core/notify/notify.ts'
import type { Scope } from '../../../core/scope.ts'
import { articleKind } from './kind.ts'
import { articles } from './schema.ts'

type Due = { id: string; ownerId: string }

/** Asks the owners of articles to look at them again, once for each day they chose. */
export async function askForReview(scope: Scope): Promise<void> {
  const due = await scope.db.execute<Due>(sql`
    update ${articles} set reminded_at = now()
    where company_id = ${scope.company.id} and archived_at is null and published is not null
      and owner_id is not null and review_on <= ${today(scope)}::date
      and (reminded_at is null or reminded_at < review_on::timestamp at time zone ${scope.company.timeZone})
    returning id, owner_id as "ownerId"`)
  await notifyMany(
    scope,
    due.map(({ id, ownerId }) => ({
      person: ownerId,
      kind: 'service.article-due',
      about: { object: articleKind.object, recordId: id },
    })),
  )
}

export const reviewJob: Job<'service'> = {
  name: 'service.ask-for-review',
  cron: '12 * * * *',
  run: askForReview,
}
