import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import type { Site } from '../http/site.ts'
import { coreText } from '../i18n/messages.ts'
import { authText } from './messages.ts'
import { checkPassword } from './password.ts'
import { renewSession } from './signing.ts'

const fresh = 10 * 60_000

/** Whether the password was shown too long ago for a sensitive change (security.md 2.2: 10). */
export const mustConfirm = (c: Context<Site>): boolean =>
  c.var.scope.now().getTime() - (c.var.signedIn?.startedAt.getTime() ?? 0) > fresh

/**
 * Checks the password of the person who asks, counted like a sign-in. When it fits, a new session
 * under a new token takes the place of the old one, so nobody is asked again for ten minutes.
 * @returns what is wrong, as a sentence
 */
export async function confirmPassword(
  c: Context<Site>,
  typed: string | undefined,
): Promise<string | undefined> {
  const t = authText(c.var.locale)
  if (!typed) return coreText(c.var.locale).required(t.confirm)
  const { scope, product, address } = c.var
  const { user, company } = scope
  const wait = await product.signInThrottle.count(user.id, address)
  if (wait) return t.wait(wait)
  const [row] = await scope.db.execute<{ password_hash: string | null }>(sql`
    select password_hash from core.users where company_id = ${company.id} and id = ${user.id}`)
  if (!(await checkPassword(row?.password_hash ?? undefined, typed))) return t.notYourPassword
  await product.signInThrottle.forgive(user.id)
  await renewSession(c)
  return undefined
}

/** For a form with a sensitive change: nothing while the password was shown recently. */
export const confirmIfOld = async (
  c: Context<Site>,
  typed: string | undefined,
): Promise<string | undefined> => (mustConfirm(c) ? confirmPassword(c, typed) : undefined)
