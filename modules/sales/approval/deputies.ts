import { sql } from 'drizzle-orm'
import { readDirectory } from '../../../core/access/directory.ts'
import type { Errors } from '../../../core/http/form.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { approvalText } from './messages.ts'
import { deputies } from './schema.ts'

/** Who decides for me while I am away; on which days that is, core/absences says. */
export async function readDeputy({ db, company, user }: Scope): Promise<string | undefined> {
  const [row] = await db.execute<{ deputy: string }>(sql`
    select deputy_id as deputy from ${deputies}
    where company_id = ${company.id} and user_id = ${user.id}`)
  return row?.deputy
}

/**
 * Says who decides for oneself while one is away.
 * @param deputy somebody's id; empty for nobody
 * @returns what is wrong; undefined when done
 */
export async function chooseDeputy(scope: Scope, deputy: string): Promise<Errors | undefined> {
  const { company, user, db } = scope
  const { colleagues } = await readDirectory(scope)
  const isKnown = colleagues.some(({ id, left }) => id === deputy && !left && id !== user.id)
  if (deputy && !isKnown) return { deputy: approvalText(scope.locale).deputy.unknown }
  const before = await readDeputy(scope)
  await db.execute(
    deputy
      ? sql`insert into ${deputies} (company_id, user_id, deputy_id)
          values (${company.id}, ${user.id}, ${deputy})
          on conflict (company_id, user_id) do update set deputy_id = excluded.deputy_id,
            version = deputies.version + 1, updated_at = now()`
      : sql`delete from ${deputies} where company_id = ${company.id} and user_id = ${user.id}`,
  )
  await recordAudit(scope, {
    ...{ action: 'changed', object: 'sales.deputy', recordId: user.id },
    before: before ? { deputy: before } : undefined,
    after: deputy ? { deputy } : undefined,
  })
  return undefined
}
