import type { Context, Hono } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { quoteKind } from './kind.ts'
import { quoteText } from './messages.ts'
import { drawQuote } from './quote-pages.tsx'
import { moveQuote, reviseQuote } from './quotes.ts'
import { type Quote, readQuote } from './reading.ts'
import { decideQuote, recallQuote, releaseQuote } from './releasing.ts'
import type { StoredState } from './state.ts'

const edit = allow(quoteKind.edit)
const page = (id: string) => `${quoteKind.href}/${id}`

/** What becomes of a quote: released, taken back, accepted or refused, replaced, archived. */
export function addDecidingRoutes(routes: Hono<Site>): void {
  /** Does a deed to a quote that is in one of these states; else the page says that it is not. */
  const post = (
    path: string,
    states: readonly StoredState[],
    act: (c: Context<Site>, quote: Quote) => Promise<Response>,
  ) =>
    routes.post(`/:id/${path}`, edit, async (c) => {
      const { scope } = c.var
      const quote = await readQuote(scope, pathId(c), quoteKind.edit)
      if (states.includes(quote.stored)) return act(c, quote)
      return go(c, page(quote.id), { kind: 'info', text: quoteText(scope.locale).notNow })
    })

  post('release', ['draft'], async (c, quote) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const t = quoteText(scope.locale)
    const fields = new Fields(raw, scope.locale)
    const reason = fields.may('reason', (text) => parseText(text, { most: 1000 })) ?? ''
    if (!fields.ok) return drawQuote(c, quote, { raw, errors: fields.errors })
    // A draft can lie about until nobody could accept it any more.
    if (quote.validUntil < today(scope))
      return go(c, page(quote.id), { kind: 'danger', text: t.validPastDraft })
    const outcome = await releaseQuote(scope, product.registry, quote, reason)
    const text = outcome === 'open' ? t.released : t.submitted
    return go(c, page(quote.id), { kind: 'success', text })
  })

  post('recall', ['waiting'], async (c, quote) => {
    const { scope, product } = c.var
    await recallQuote(scope, product.registry, quote)
    return go(c, page(quote.id), { kind: 'success', text: quoteText(scope.locale).recalled })
  })

  post('revise', ['open', 'accepted', 'refused'], async (c, quote) => {
    const id = await reviseQuote(c.var.scope, c.var.product.registry, quote)
    return go(c, `${page(id)}/edit`)
  })

  post('decide', ['open'], async (c, quote) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const t = quoteText(scope.locale)
    const fields = new Fields(raw, scope.locale)
    const decidedOn = fields.need('decidedOn', t.decidedOn, parseDate, '')
    const decision = fields.may('decision', (text) => parseText(text, { most: 1000 })) ?? ''
    if (decidedOn > today(scope)) fields.refuse('decidedOn', t.decidedLater)
    if (!fields.ok) return drawQuote(c, quote, { raw, errors: fields.errors })
    const outcome = raw.outcome === 'refused' ? 'refused' : 'accepted'
    await decideQuote(scope, product.registry, quote, outcome, { decidedOn, decision })
    return go(c, page(quote.id), { kind: 'success', text: t.decided })
  })

  for (const [path, deed] of [
    ['archive', 'archived'],
    ['restore', 'restored'],
  ] as const)
    post(path, ['draft', 'open', 'accepted', 'refused', 'replaced'], async (c, quote) => {
      await moveQuote(c.var.scope, c.var.product.registry, quote, deed)
      return go(c, page(quote.id))
    })
}
