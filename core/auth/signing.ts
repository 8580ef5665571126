import type { Context } from 'hono'
import { asOperator } from '../access/operator.ts'
import { dropCookie, putCookie, readCookie } from '../http/cookies.ts'
import type { Errors, Raw } from '../http/form.ts'
import { addHeader } from '../http/headers.ts'
import { ownPath } from '../http/own-path.ts'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { coreText } from '../i18n/messages.ts'
import { recordAudit } from '../records/audit.ts'
import { loginOf } from './login.ts'
import { authText } from './messages.ts'
import { type Account, findAccounts } from './sign-in.ts'
import { hashToken } from './token.ts'

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
    addHeader(c, 'Retry-After', String(wait))
    return { kind: 'refused', errors: { '': t.wait(wait) }, status: 429 }
  }
  const { fit: accounts, known } = await findAccounts(product, login, raw.password ?? '')
  const [only] = accounts
  if (!only) {
    await noteRefusals(c, known)
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

/** A wrong password is written down where the account is; a login nobody has only in the log. */
async function noteRefusals(c: Context<Site>, known: readonly Account[]): Promise<void> {
  const { product, requestId, address } = c.var
  product.log.warn({ request: requestId, address }, 'sign-in refused')
  for (const { company_id, user_id } of known)
    await asOperator(product, company_id, requestId, (scope) =>
      recordAudit(
        { ...scope, address },
        { action: 'sign-in-refused', object: 'core.user', recordId: user_id },
      ),
    )
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

/** Signs somebody in, and writes it down. */
export async function enter(
  c: Context<Site>,
  account: Pick<Account, 'company_id' | 'user_id'>,
): Promise<void> {
  await startSession(c, account)
  const { product, address, requestId } = c.var
  await asOperator(product, account.company_id, requestId, (scope) =>
    recordAudit(
      { ...scope, actorId: account.user_id, address },
      { action: 'signed-in', object: 'core.user', recordId: account.user_id },
    ),
  )
}

/** Puts a new token in the place of the one a signed-in person has, as if they signed in just now. */
export async function renewSession(c: Context<Site>): Promise<void> {
  const { signedIn } = c.var
  if (!signedIn) return
  const account = { company_id: signedIn.company.id, user_id: signedIn.person.id }
  const token = await startSession(c, account)
  c.set('signedIn', { ...signedIn, sessionId: hashToken(token), startedAt: new Date() })
}

/** Starts a session under a new token, whatever the browser brought. */
async function startSession(
  c: Context<Site>,
  account: Pick<Account, 'company_id' | 'user_id'>,
): Promise<string> {
  const { sessions } = c.var.product
  const old = readCookie(c, 'sid')
  if (old) await sessions.end(old)
  const agent = c.req.header('user-agent') ?? ''
  const token = await sessions.start(account.company_id, account.user_id, c.var.address, agent)
  putCookie(c, 'sid', token)
  return token
}

/** Ends the session on the server, so that a copied cookie is worth nothing. */
export async function leave(c: Context<Site>): Promise<void> {
  const { product, signedIn } = c.var
  const token = readCookie(c, 'sid')
  if (token) await product.sessions.end(token)
  if (signedIn)
    await asOperator(product, signedIn.company.id, c.var.requestId, (scope) =>
      recordAudit(
        { ...scope, actorId: signedIn.person.id, address: c.var.address },
        { action: 'signed-out', object: 'core.user', recordId: signedIn.person.id },
      ),
    )
  dropCookie(c, 'sid')
}
