import { sql } from 'drizzle-orm'
import { readDirectory } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { approvalText } from './messages.ts'
import { deputies } from './schema.ts'

/** Who decides for somebody, and on which days; ISO days, both included. */
export type Deputy = { deputy: string; from: string; to: string }

/** Who decides for me while I am away. */
export async function readDeputy({ db, company, user }: Scope): Promise<Deputy | undefined> {
  const [row] = await db.execute<Deputy>(sql`
    select deputy_id as deputy, from_on::text as "from", to_on::text as "to" from ${deputies}
    where company_id = ${company.id} and user_id = ${user.id}`)
  return row
}

/**
 * Says who decides for oneself while one is away.
 * @param raw fields deputy (empty for nobody), from, to
 * @returns what is wrong; undefined when done
 */
export async function chooseDeputy(scope: Scope, raw: Raw): Promise<Errors | undefined> {
  const after = raw.deputy ? await readForm(scope, raw) : undefined
  if (after && 'errors' in after) return after.errors
  const before = await readDeputy(scope)
  const mine = sql`company_id = ${scope.company.id} and user_id = ${scope.user.id}`
  await scope.db.execute(
    after
      ? sql`insert into ${deputies} (company_id, user_id, deputy_id, from_on, to_on)
          values (${scope.company.id}, ${scope.user.id}, ${after.deputy}, ${after.from}, ${after.to})
          on conflict (company_id, user_id) do update set deputy_id = excluded.deputy_id,
            from_on = excluded.from_on, to_on = excluded.to_on, version = deputies.version + 1,
            updated_at = now()`
      : sql`delete from ${deputies} where ${mine}`,
  )
  await recordAudit(scope, {
    action: 'changed',
    object: 'sales.deputy',
    recordId: scope.user.id,
    before,
    after,
  })
  return undefined
}

async function readForm(scope: Scope, raw: Raw): Promise<Deputy | { errors: Errors }> {
  const t = approvalText(scope.locale).deputy
  const fields = new Fields(raw, scope.locale)
  const { colleagues } = await readDirectory(scope)
  const deputy = raw.deputy ?? ''
  if (!colleagues.some(({ id, left }) => id === deputy && !left && id !== scope.user.id))
    fields.refuse('deputy', t.unknown)
  const from = fields.need('from', t.from, parseDate, '')
  const to = fields.need('to', t.to, parseDate, '')
  if (from && to && to < from) fields.refuse('to', t.backwards)
  return fields.ok ? { deputy, from, to } : { errors: fields.errors }
}
