import { sql } from 'drizzle-orm'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { noticeRules } from './schema.ts'

export const noticeObject = 'service.notice-rules'

/** What customers are told by itself. Empty words and no days: nothing is. */
export type NoticeRules = {
  outOfHours: string
  closingDays: number | null
  graceDays: number
  closing: string
}

const none: NoticeRules = { outOfHours: '', closingDays: null, graceDays: 3, closing: '' }

export async function readNotices({
  db,
  company,
}: Pick<Scope, 'db' | 'company'>): Promise<NoticeRules> {
  const [row] = await db.execute<NoticeRules>(sql`
    select out_of_hours as "outOfHours", closing_days as "closingDays", grace_days as "graceDays",
      closing
    from ${noticeRules} where company_id = ${company.id}`)
  return row ?? none
}

export async function saveNotices(scope: Scope, after: NoticeRules): Promise<void> {
  const changes = differences<Record<string, unknown>>(await readNotices(scope), after)
  if (!changes) return
  const { outOfHours, closingDays, graceDays, closing } = after
  await scope.db.execute(sql`
    insert into ${noticeRules} (company_id, out_of_hours, closing_days, grace_days, closing)
    values (${scope.company.id}, ${outOfHours}, ${closingDays}, ${graceDays}, ${closing})
    on conflict (company_id) do update set out_of_hours = excluded.out_of_hours,
      closing_days = excluded.closing_days, grace_days = excluded.grace_days,
      closing = excluded.closing, updated_at = now()`)
  const { id } = scope.company
  await recordAudit(scope, {
    ...{ action: 'changed', object: noticeObject, recordId: id },
    ...changes,
  })
}
