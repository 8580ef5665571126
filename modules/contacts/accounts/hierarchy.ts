import { sql } from 'drizzle-orm'
import type { Scope } from '../../../core/scope.ts'

/** Whether an account is another one, or stands somewhere below it, however many lie between. */
export async function isBelow(scope: Scope, lower: string, upper: string): Promise<boolean> {
  const company = scope.company.id
  const [row] = await scope.db.execute<{ below: boolean }>(sql`
    with recursive up as (
      select id, parent_id from contacts.accounts where company_id = ${company} and id = ${lower}
      union
      select a.id, a.parent_id from contacts.accounts a
      join up on a.company_id = ${company} and a.id = up.parent_id)
    select exists (select from up where id = ${upper}) as below`)
  return row?.below ?? false
}
