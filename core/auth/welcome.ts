import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { asOperator } from '../access/operator.ts'
import { announce } from '../db/changes.ts'
import { inNoCompany } from '../db/database.ts'
import type { Errors } from '../http/form.ts'
import type { Site } from '../http/site.ts'
import type { Product } from '../product.ts'
import { recordAudit } from '../records/audit.ts'
import { findLink, type Link, type Purpose, useLink } from './links.ts'
import { authText } from './messages.ts'
import { hashPassword, weaknessOf } from './password.ts'
import { enter } from './signing.ts'

export type Welcome = { link: Link; purpose: Purpose; name: string; login: string; company: string }

/** Whom a one-time link belongs to; undefined when it does not work (any more). */
export async function readWelcome(product: Product, token: string): Promise<Welcome | undefined> {
  const link = await inNoCompany(product.pool, (db) => findLink(db, token))
  if (!link) return undefined
  return asOperator(product, link.company_id, 'welcome', async (scope) => {
    const [user] = await scope.db.execute<{ name: string; login: string }>(sql`
      select name, coalesce(email, phone, '') as login from core.users
      where company_id = ${link.company_id} and id = ${link.user_id}`)
    return user && { link, purpose: link.purpose, company: scope.company.name, ...user }
  })
}

/**
 * Sets the password a person chose through their link, ends all their sessions and signs them in.
 * @returns errors of the form, `gone` when somebody used the link meanwhile, undefined when done
 */
export async function choosePassword(
  c: Context<Site>,
  password: string,
  { link, name, login, company }: Welcome,
): Promise<Errors | 'gone' | undefined> {
  const weakness = weaknessOf(password, [name, login.split('@')[0] ?? '', company])
  if (weakness) return { password: authText(c.var.locale).weakness[weakness] }
  const passwordHash = await hashPassword(password)
  const { product, requestId } = c.var
  const done = await asOperator(product, link.company_id, requestId, async (scope) => {
    if (!(await useLink(scope.db, link))) return false
    await scope.db.execute(sql`
      update core.users set password_hash = ${passwordHash}, reset_asked_at = null, updated_at = now()
      where company_id = ${link.company_id} and id = ${link.user_id}`)
    await scope.db.execute(sql`
      delete from core.sessions where company_id = ${link.company_id} and user_id = ${link.user_id}`)
    await recordAudit(
      { ...scope, actorId: link.user_id, address: c.var.address },
      {
        action: 'password-set',
        object: 'core.user',
        recordId: link.user_id,
        after: { by: link.purpose },
      },
    )
    await announce(scope.db, 'access', link.company_id)
    return true
  })
  if (!done) return 'gone'
  await enter(c, link)
  return undefined
}
