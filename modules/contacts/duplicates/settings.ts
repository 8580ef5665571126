import { sql } from 'drizzle-orm'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { duplicateSettings, type Hint, hints } from './schema.ts'

/** Until a company decides: the department to ask, without the name of anybody. */
export const usualHint: Hint = 'department'

export const isHint = (text: string | undefined): text is Hint =>
  (hints as readonly string[]).includes(text ?? '')

export async function readHint(scope: Scope): Promise<Hint> {
  const [row] = await scope.db.execute<{ hint: Hint }>(sql`
    select hint from ${duplicateSettings} where company_id = ${scope.company.id}`)
  return row?.hint ?? usualHint
}

/** Sets what is told of similar records out of reach. Choosing what holds already leaves no trace. */
export async function chooseHint(scope: Scope, hint: Hint): Promise<void> {
  const before = await readHint(scope)
  if (before === hint) return
  await scope.db.execute(sql`
    insert into ${duplicateSettings} (company_id, hint) values (${scope.company.id}, ${hint})
    on conflict (company_id) do update
    set hint = excluded.hint, updated_at = now(), version = duplicate_settings.version + 1`)
  await recordAudit(scope, {
    action: 'changed',
    object: 'contacts.duplicates',
    before: { hint: before },
    after: { hint },
  })
}
