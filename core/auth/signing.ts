import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { asOperator } from '../access/operator.ts'
import type { Errors, Raw } from '../http/form.ts'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { coreText } from '../i18n/messages.ts'
import { recordAudit } from '../records/audit.ts'
import { loginOf } from './login.ts'
import { authText } from './messages.ts'
import { type Account, findAccounts } from './sign-in.ts'

export type Outcome =
  | { kind: 'in'; to: string }
  | { kind: 'several'; accounts: { ticket: string; company: string }[] }
  | { kind: 'refused'; errors: Errors; status: 422 | 429 }

/** One try to sign in: counted, the same answer for a wrong password and an unknown account. */
export async function trySignIn(c: Context<Site>, raw: Raw): Promise<Outcome> {
  const t = authText(c.var.locale)
  const core = coreText(c.var.locale)
  const errors: Errors = {}
  if (!raw.email?.trim()) errors.email = core.required(t.login)
  if (!raw.password) errors.password = core.required(t.password)
  if (Object.keys(errors).length > 0) return { kind: 'refused', errors, status: 422 }
  const { product } = c.var
  const login = loginOf(raw.email ?? '')
  const wait = await product.signInThrottle.count(login, c.var.address)
  if (wait) {
    c.header('Retry-After', String(wait))
    return { kind: 'refused', errors: { '': t.wait(wait) }, status: 429 }
  }
  const accounts = await findAccounts(product, login, raw.password ?? '')
  const [only] = accounts
  if (!only) {
    product.log.warn({ request: c.var.requestId, address: c.var.address }, 'sign-in refused')
    return { kind: 'refused', errors: { '': t.wrong }, status: 422 }
  }
  await product.signInThrottle.forgive(login)
  if (accounts.length === 1) {
    await enter(c, only)
    return { kind: 'in', to: ownPath(raw.next) }
  }
  return {
    kind: 'several',
    accounts: accounts.map((account) => ({
      ticket: product.tickets.seal(`${account.company_id} ${account.user_id}`),
      company: account.company_name,
    })),
  }
}

/** Goes on after the chooser; the ticket proves that the password fitted a moment ago. */
export async function chooseAccount(
  c: Context<Site>,
  ticket: string,
  next: string,
): Promise<string> {
  const [company_id, user_id] = c.var.product.tickets.open(ticket)?.split(' ') ?? []
  if (!company_id || !user_id) throw new Refusal(400)
  await enter(c, { company_id, user_id })
  return ownPath(next)
}

/** Starts a session under a new token, whatever the browser brought, and writes it down. */
export async function enter(
  c: Context<Site>,
  account: Pick<Account, 'company_id' | 'user_id'>,
): Promise<void> {
  const { product, address, requestId } = c.var
  const old = getCookie(c, product.sessions.cookieName)
  if (old) await product.sessions.end(old)
  const token = await product.sessions.start(
    account.company_id,
    account.user_id,
    address,
    c.req.header('user-agent') ?? '',
  )
  await asOperator(product, account.company_id, requestId, (scope) =>
    recordAudit(
      { ...scope, actorId: account.user_id, address },
      { action: 'signed-in', object: 'core.user', recordId: account.user_id },
    ),
  )
  const secure = product.sessions.cookieName.startsWith('__Host-')
  setCookie(c, product.sessions.cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
  })
}

/** Ends the session on the server, so that a copied cookie is worth nothing. */
export async function leave(c: Context<Site>): Promise<void> {
  const { product, signedIn } = c.var
  const token = getCookie(c, product.sessions.cookieName)
  if (token) await product.sessions.end(token)
  if (signedIn)
    await asOperator(product, signedIn.company.id, c.var.requestId, (scope) =>
      recordAudit(
        { ...scope, actorId: signedIn.person.id, address: c.var.address },
        { action: 'signed-out', object: 'core.user', recordId: signedIn.person.id },
      ),
    )
  setCookie(c, product.sessions.cookieName, '', { path: '/', maxAge: 0 })
}

/** Only a path of our own: `//evil`, `/\evil`, `https:evil` and line breaks lead home. */
export const ownPath = (next: string | undefined): string =>
  next && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) ? next : '/'
