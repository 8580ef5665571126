import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { announce } from '../db/changes.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { notFound } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { isLocale, type Locale } from '../i18n/locale.ts'
import { coreText } from '../i18n/messages.ts'
import { differences, recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { parseText } from '../values/text.ts'
import { confirmPassword } from './confirm.ts'
import { authText } from './messages.ts'
import { hashPassword, weaknessOf } from './password.ts'

const object = 'core.user'

/** Changes one's own name and language. @returns what is wrong with the fields, if something is */
export async function changeProfile(scope: Scope, raw: Raw): Promise<Errors | undefined> {
  const fields = new Fields(raw, scope.locale)
  const t = authText(scope.locale)
  const name = fields.need('name', t.yourName, (text) => parseText(text, { most: 100 }), '')
  if (!fields.ok) return fields.errors
  await write(scope, { name, locale: isLocale(raw.locale) ? raw.locale : null })
  return undefined
}

/** Speaks another language to this person from now on. */
export const changeLanguage = (scope: Scope, locale: Locale): Promise<void> =>
  write(scope, { name: scope.user.name, locale })

async function write(scope: Scope, after: { name: string; locale: Locale | null }): Promise<void> {
  const { user } = scope
  const change = differences({ name: user.name, locale: user.locale }, after)
  if (!change) return
  await scope.db.execute(sql`
    update core.users set name = ${after.name}, locale = ${after.locale}, updated_at = now(),
      version = version + 1
    where company_id = ${scope.company.id} and id = ${user.id}`)
  await recordAudit(scope, { action: 'changed', object, recordId: user.id, ...change })
  await announce(scope.db, 'access', scope.company.id)
}

/** Light or dark, or as the system says when null. Nobody's business but one's own: no audit. */
export async function changeTheme(scope: Scope, theme: 'light' | 'dark' | null): Promise<void> {
  await scope.db.execute(sql`
    update core.users set theme = ${theme}
    where company_id = ${scope.company.id} and id = ${scope.user.id}`)
  await announce(scope.db, 'access', scope.company.id)
}

/**
 * Changes one's own password; the old one is needed, however fresh the session. Everybody else's
 * sessions under this account end, and one's own goes on under a new token.
 */
export async function changePassword(c: Context<Site>, raw: Raw): Promise<Errors | undefined> {
  const { scope } = c.var
  const { user, company } = scope
  const t = authText(c.var.locale)
  const password = raw.password ?? ''
  const errors: Errors = {}
  const weakness = weaknessOf(password, [user.name, user.email?.split('@')[0] ?? '', company.name])
  if (!raw.old) errors.old = coreText(c.var.locale).required(t.oldPassword)
  if (weakness) errors.password = t.weakness[weakness]
  if (Object.keys(errors).length > 0) return errors
  const passwordHash = await hashPassword(password)
  const wrong = await confirmPassword(c, raw.old)
  if (wrong) return { old: wrong }
  await endOthers(scope, c.var.signedIn?.sessionId ?? '')
  await scope.db.execute(sql`
    update core.users set password_hash = ${passwordHash}, reset_asked_at = null, updated_at = now()
    where company_id = ${company.id} and id = ${user.id}`)
  await scope.db.execute(sql`
    update core.one_time_links set used_at = now()
    where company_id = ${company.id} and user_id = ${user.id} and used_at is null`)
  await recordAudit(scope, { action: 'password-set', object, recordId: user.id })
  return undefined
}

export type OwnSession = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  address: string
  agent: string
}

/** Where one is signed in, the latest first. */
export const readSessions = (scope: Scope): Promise<OwnSession[]> =>
  scope.db.execute<OwnSession>(sql`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, agent
    from core.sessions
    where company_id = ${scope.company.id} and user_id = ${scope.user.id} and expires_at > now()
    order by last_seen_at desc, created_at desc`)

/** Ends one of one's own sessions. @throws Refusal 404 for one that is not one's own */
export async function endSession(scope: Scope, id: string): Promise<void> {
  const ended = await scope.db.execute(sql`
    delete from core.sessions
    where company_id = ${scope.company.id} and user_id = ${scope.user.id} and id = ${id}
    returning id`)
  if (ended.length === 0) throw notFound()
  await writeDown(scope, ended.length)
}

/** Ends all of one's own sessions but one. @returns how many */
export async function endOthers(scope: Scope, keep: string): Promise<number> {
  const ended = await scope.db.execute(sql`
    delete from core.sessions
    where company_id = ${scope.company.id} and user_id = ${scope.user.id} and id <> ${keep}
    returning id`)
  await writeDown(scope, ended.length)
  return ended.length
}

async function writeDown(scope: Scope, sessions: number): Promise<void> {
  if (sessions === 0) return
  const change = { action: 'sessions-ended', object, recordId: scope.user.id, after: { sessions } }
  await recordAudit(scope, change)
  await announce(scope.db, 'access', scope.company.id)
}
