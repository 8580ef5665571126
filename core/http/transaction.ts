import type { Context, MiddlewareHandler, Next } from 'hono'
import type { SignedIn } from '../auth/session.ts'
import { type Database, inCompany, seeCompany } from '../db/database.ts'
import type { Locale } from '../i18n/locale.ts'
import type { OwnFields } from '../own-fields/company-fields.ts'
import type { Scope } from '../scope.ts'
import type { Switchboard } from '../switchboard.ts'
import type { Site } from './site.ts'

class Undo extends Error {}

/**
 * One request, one transaction: what a handler answers with an error leaves nothing behind, and
 * what it answers with success is on disk before the answer goes out. Nobody gets here unless
 * signed in; everybody else is sent to the sign-in page and brought back afterwards.
 */
export const inOwnCompany: MiddlewareHandler<Site> = async (c, next) => {
  const { product, signedIn } = c.var
  if (!signedIn) return toSignIn(c)
  const { company, person } = signedIn
  c.set('unread', await product.unread.of(company.id, person.id))
  await inCompanyOf(c, signedIn, next)
}

/** The same for whoever is known already: a person with a session, or a program with a token. */
export async function inCompanyOf(
  c: Context<Site>,
  who: Pick<SignedIn, 'company' | 'person'>,
  next: Next,
): Promise<void> {
  const { product } = c.var
  const switchboard = await product.switchboards(who.company.id)
  try {
    const enter = looks(c) ? seeCompany : inCompany
    const work = async (db: Database): Promise<void> => {
      const own = await product.ownFields.of({ db, company: who.company })
      c.set('scope', scopeOf(who, switchboard(who.person), own, db, c.var, product.now))
      await next()
      if (c.res.status >= 400) throw new Undo()
    }
    await enter(product.pool, who.company.id, work, 'force_generic_plan')
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
}

/** Asking for a page changes nothing, and the database holds it to that. */
const looks = (c: Context<Site>): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

/** Where a stranger goes: a page is remembered for afterwards, a fragment sends the whole page. */
export const toSignIn = (c: Context<Site>): Response => {
  const wanted = new URL(c.req.url)
  const back =
    c.req.method === 'GET' && wanted.pathname !== '/' ? wanted.pathname + wanted.search : ''
  const to = back ? `/login?next=${encodeURIComponent(back)}` : '/login'
  if (c.req.header('hx-request') === 'true') return c.body(null, 401, { 'HX-Redirect': '/login' })
  return c.redirect(to, 302)
}

/** The scope of a signed-in person over an open transaction. */
export function scopeOf(
  signedIn: Pick<SignedIn, 'company' | 'person'>,
  modules: Switchboard,
  own: OwnFields,
  db: Database,
  request: { requestId: string; address: string | null; locale: Locale },
  now: Scope['now'] = () => new Date(),
): Scope {
  return {
    company: signedIn.company,
    user: signedIn.person,
    actorId: signedIn.person.id,
    locale: request.locale,
    db,
    modules,
    own,
    now,
    requestId: request.requestId,
    address: request.address,
  }
}
