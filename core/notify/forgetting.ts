import { sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'

/** Lets go of what people were told more than ninety days ago, read or not. */
export async function forgetOldNotifications(scope: Scope): Promise<void> {
  await scope.db.execute(sql`
    delete from core.notifications
    where company_id = ${scope.company.id} and at < now() - interval '90 days'`)
}
