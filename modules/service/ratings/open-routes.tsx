import { sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { asOperator } from '../../../core/access/operator.ts'
import { hashToken } from '../../../core/auth/token.ts'
import { inNoCompany } from '../../../core/db/database.ts'
import { allowStrangers } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { Refusal } from '../../../core/http/refusal.ts'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { hostOf } from '../portal/hosting.ts'
import { readPortal } from '../portal/portals.ts'
import { type AskedRating, addComment, rate, ratingOf } from './answering.ts'
import { ratingText } from './messages.ts'
import { RatingPage, type Said } from './views/rating-page.tsx'

/** Where a customer says how a ticket went; whoever has the link may, once. */
export const openRatingRoutes = new Hono<Site>()

/**
 * Lets in whoever brings a link. Looking changes nothing, since programs look at links in mails too.
 * @throws Refusal 429 for too many tries at once
 */
async function withLink<T>(
  c: Context<Site>,
  work: (scope: Scope, asked: AskedRating | undefined) => Promise<T>,
): Promise<T | undefined> {
  const { product, address, requestId } = c.var
  const token = (c.req.param('token') ?? '').slice(0, 100)
  const wait = await product.lookUpThrottle.count(`rating ${address}`, address)
  if (wait) throw new Refusal(429, '', wait)
  const [row] = await inNoCompany(product.pool, (db) =>
    db.execute<{ company: string | null }>(
      sql`select service.rating_company(${hashToken(token)}) as company`,
    ),
  )
  if (!row?.company || !(await product.isOnForAnybody(row.company, 'service'))) return undefined
  return asOperator(product, row.company, requestId, async (scope) =>
    work({ ...scope, address }, await ratingOf(scope, token)),
  )
}

async function draw(c: Context<Site>, asked: AskedRating | undefined, scope?: Scope, said?: Said) {
  const { locale } = c.var
  const t = ratingText(locale).page
  const host = scope && hostOf(locale, scope.company, await readPortal(scope))
  const status: ContentfulStatusCode = asked ? 200 : 404
  const page = <RatingPage {...{ locale, asked, said }} action={c.req.path} home={host?.home} />
  return c.render(page, { title: t.title, status, bare: true, brand: host?.brand })
}

openRatingRoutes.get('/:token', allowStrangers, async (c) => {
  const page = await withLink(c, (scope, asked) => draw(c, asked, scope))
  return page ?? draw(c, undefined)
})

openRatingRoutes.post('/:token', allowStrangers, async (c) => {
  const { raw } = await readForm(c)
  const { registry } = c.var.product
  const typed = parseText((raw.comment ?? '').slice(0, 2000), { most: 2000 })
  const comment = typed.ok ? typed.value : ''
  const score = /^[1-5]$/.test(raw.score ?? '') ? Number(raw.score) : undefined
  const page = await withLink(c, async (scope, asked) => {
    if (!asked) return draw(c, undefined, scope)
    if (asked.score === null) {
      if (score === undefined) return draw(c, asked, scope)
      const counts = await rate(scope, registry, asked, { score, comment })
      return draw(c, { ...asked, score, comment }, scope, counts ? 'thanks' : undefined)
    }
    if (!comment || asked.comment) return draw(c, asked, scope)
    await addComment(scope, asked, comment)
    return draw(c, { ...asked, comment }, scope, 'kept')
  })
  return page ?? draw(c, undefined)
})
