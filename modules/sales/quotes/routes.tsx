import { type Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { isLocale } from '../../../core/i18n/locale.ts'
import { downloadHeaders } from '../../../core/transfer/download.ts'
import { moreName } from '../lines/views/line-fields.tsx'
import { reachableAccount } from '../papers/account-field.ts'
import { readAddress } from '../papers/address.ts'
import { paperText } from '../papers/messages.ts'
import { addDecidingRoutes } from './deciding-routes.tsx'
import { rawFromDeal } from './from-deal.ts'
import { quoteKind } from './kind.ts'
import { quoteText } from './messages.ts'
import { fullNumber, printQuote } from './printing.ts'
import { readQuoteForm } from './quote-form.ts'
import { drawQuote, drawQuoteConflict, drawQuoteForm, rawOfQuote } from './quote-pages.tsx'
import { saveQuote, usualEnd, writeQuote } from './quotes.ts'
import { quoteViews, readQuote, readQuoteList } from './reading.ts'
import { QuoteList } from './views/quote-list.tsx'

/** Quotes: the list, the record, its form, and what goes to the customer. */
export const quoteRoutes = new Hono<Site>()

const view = allow(quoteKind.view)
const edit = allow(quoteKind.edit)
const page = (id: string) => `${quoteKind.href}/${id}`

quoteRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const address = readAddress(c.req.url, quoteViews)
  const list = await readQuoteList(scope, address)
  return c.render(<QuoteList scope={scope} address={address} list={list} />, {
    title: quoteText(scope.locale).title,
  })
})

quoteRoutes.get('/new', edit, async (c) => {
  const { scope } = c.var
  const given = c.req.query('account') ?? ''
  const account = isId(given) ? await reachableAccount(scope, given) : undefined
  const deal = c.req.query('deal')
  const { currency } = scope.company
  const validUntil = usualEnd(scope)
  const raw = {
    account: account?.name,
    currency,
    taxing: 'included',
    validUntil,
    ...(deal && isId(deal) ? await rawFromDeal(scope, deal) : {}),
  }
  return drawQuoteForm(c, { raw })
})

quoteRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  if (raw[moreName]) return drawQuoteForm(c, { raw })
  const { values, errors } = await readQuoteForm(scope, raw, scope.user.departmentId)
  const to = await once(scope, raw, async () =>
    Object.keys(errors).length > 0
      ? undefined
      : page(await writeQuote(scope, product.registry, values)),
  )
  return to ? go(c, to) : drawQuoteForm(c, { raw, errors })
})

addDecidingRoutes(quoteRoutes)

quoteRoutes.get('/:id', view, async (c) => drawQuote(c, await readQuote(c.var.scope, pathId(c))))

quoteRoutes.get('/:id/pdf', view, async (c) => {
  const { scope } = c.var
  const quote = await readQuote(scope, pathId(c))
  const wanted = c.req.query('language')
  const locale = isLocale(wanted) ? wanted : scope.locale
  const name = `${quoteText(locale).print.title} ${fullNumber(quote)}.pdf`
  const file = await printQuote(scope, quote, locale)
  return c.body(new Uint8Array(file), 200, downloadHeaders(name, 'application/pdf'))
})

quoteRoutes.get('/:id/edit', edit, async (c) => {
  const quote = await readQuote(c.var.scope, pathId(c), quoteKind.edit)
  if (quote.stored !== 'draft') return notNow(c, quote.id)
  return drawQuoteForm(c, { quote, raw: rawOfQuote(c.var.scope, quote), version: quote.version })
})

quoteRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const quote = await readQuote(scope, pathId(c), quoteKind.edit)
  if (quote.stored !== 'draft') return notNow(c, quote.id)
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  if (raw[moreName]) return drawQuoteForm(c, { quote, raw, version })
  const { values, errors } = await readQuoteForm(scope, raw, quote.departmentId, quote)
  if (Object.keys(errors).length > 0) return drawQuoteForm(c, { quote, raw, errors, version })
  const outcome = await saveQuote(scope, product.registry, quote, version, values)
  if (outcome === 'conflict') return drawQuoteConflict(c, quote, raw)
  return go(c, page(quote.id), { kind: 'success', text: paperText(scope.locale).saved })
})

const notNow = (c: Context<Site>, id: string) =>
  go(c, page(id), { kind: 'info', text: quoteText(c.var.scope.locale).notNow })
