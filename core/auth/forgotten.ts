import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { asOperator } from '../access/operator.ts'
import { inNoCompany } from '../db/database.ts'
import type { Errors } from '../http/form.ts'
import { addHeader } from '../http/headers.ts'
import type { Site } from '../http/site.ts'
import { coreText } from '../i18n/messages.ts'
import { recordAudit } from '../records/audit.ts'
import { loginOf } from './login.ts'
import { authText } from './messages.ts'

/**
 * Tells the administrators that somebody cannot get in. Whether there is such an account is not
 * said, and asking often does not help (security.md 1: 20).
 */
export async function askForReset(
  c: Context<Site>,
  typed: string,
): Promise<{ errors?: Errors; status: 200 | 422 | 429 }> {
  const t = authText(c.var.locale)
  if (!typed.trim())
    return { errors: { email: coreText(c.var.locale).required(t.login) }, status: 422 }
  const { product, requestId, address } = c.var
  const login = loginOf(typed)
  const wait = await product.resetThrottle.count(login, address)
  if (wait) {
    addHeader(c, 'Retry-After', String(wait))
    return { errors: { '': t.wait(wait) }, status: 429 }
  }
  const found = await inNoCompany(product.pool, (db) =>
    db.execute<{ company_id: string; user_id: string }>(
      sql`select * from core.reset_candidates(${login})`,
    ),
  )
  for (const { company_id, user_id } of found)
    await asOperator(product, company_id, requestId, async (scope) => {
      await scope.db.execute(sql`
        update core.users set reset_asked_at = now()
        where company_id = ${company_id} and id = ${user_id}`)
      await recordAudit(
        { ...scope, address },
        { action: 'reset-asked', object: 'core.user', recordId: user_id },
      )
    })
  return { status: 200 }
}
