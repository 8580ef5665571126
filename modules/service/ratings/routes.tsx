import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { baseUrl } from '../../../core/http/origin.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import { keepToShow, takeToShow } from '../../../core/http/shown-once.ts'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { manageService } from '../rights.ts'
import { ticketKind } from '../tickets/kind.ts'
import { readTicket } from '../tickets/ticket-record.ts'
import { makeRatingLink } from './asking.ts'
import { ratingText } from './messages.ts'
import { asking, readRatingRules, saveRatingRules, usualRules } from './rules.ts'
import { LinkPage } from './views/link-page.tsx'
import { RulesPage } from './views/rules-page.tsx'

/** When customers are asked. */
export const ratingRuleRoutes = new Hono<Site>()

const manage = allow(manageService)
const place = '/service/rating-rules'

async function draw(c: Context<Site>, typed?: { raw: Raw; errors: Errors }) {
  const { scope } = c.var
  const { asks, callBackAt, version } = await readRatingRules(scope)
  const raw = typed?.raw ?? { asks, callBackAt: String(callBackAt) }
  const page = <RulesPage {...{ scope, raw, version }} errors={typed?.errors ?? {}} />
  return c.render(page, {
    title: ratingText(scope.locale).rules.title,
    status: typed ? 422 : 200,
  })
}

ratingRuleRoutes.get('/', manage, (c) => draw(c))

ratingRuleRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const t = ratingText(scope.locale).rules
  const asks = asking.find((one) => one === raw.asks) ?? usualRules.asks
  const callBackAt = /^[0-3]$/.test(raw.callBackAt ?? '') ? Number(raw.callBackAt) : 0
  const came = await saveRatingRules(scope, versionOf(raw), { asks, callBackAt })
  if (came === 'conflict') return draw(c, { raw, errors: { '': t.conflict } })
  return go(c, place, { kind: 'success', text: t.saved })
})

const shown = 'rating'

/** The link for the customer of a ticket: made on request, and shown once. */
export function addRatingRoutes(routes: Hono<Site>): void {
  const edit = allow(ticketKind.edit)

  routes.get('/:id/ratings', edit, async (c) => {
    const { scope, product } = c.var
    const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
    const token = takeToShow(c, shown, ticket.id)
    const link = token && `${baseUrl(product.env)}/portal/ratings/${token}`
    return c.render(<LinkPage {...{ scope, ticket, link }} />, {
      title: ratingText(scope.locale).panel.title,
    })
  })

  routes.post('/:id/ratings', edit, async (c) => {
    const { scope } = c.var
    const { id } = await readTicket(scope, pathId(c), ticketKind.edit)
    keepToShow(c, shown, id, await makeRatingLink(scope, id))
    return go(c, `${ticketKind.href}/${id}/ratings`)
  })
}
