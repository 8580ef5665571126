import type { Context } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { readPanels } from '../../../core/records/panels.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { latestApproval } from '../approval/reading.ts'
import { labelOfPart, rawOfLines } from '../lines/line-raw.ts'
import { rawOfDeal } from '../papers/deal-field.ts'
import { paperText } from '../papers/messages.ts'
import { quoteKind } from './kind.ts'
import { limitOf, readLimits } from './limits.ts'
import { quoteText } from './messages.ts'
import { fullNumber } from './printing.ts'
import { type Quote, readVersions } from './reading.ts'
import { QuoteFormPage } from './views/quote-form.tsx'
import { QuotePage } from './views/quote-page.tsx'

const { object, href } = quoteKind

type Drawn = { quote?: Quote; raw: Raw; errors?: Errors; version?: number }

/** Draws the form of a quote: new, edit and error alike. */
export function drawQuoteForm(c: Context<Site>, { quote, ...drawn }: Drawn) {
  const { scope } = c.var
  const key = quote ? undefined : onceKey(drawn.raw)
  const t = quoteText(scope.locale)
  return c.render(<QuoteFormPage {...{ scope, quote, ...drawn }} once={key} />, {
    title: quote ? fullNumber(quote) : t.add,
    status: drawn.errors ? 422 : 200,
  })
}

/** Draws a quote. @param typed what was typed into one of its small forms, and what is wrong with it */
export async function drawQuote(
  c: Context<Site>,
  quote: Quote,
  typed: { raw: Raw; errors?: Errors } = { raw: {} },
) {
  const { scope, product } = c.var
  const { registry } = product
  const raw = { decidedOn: printDate(today(scope), scope.locale), ...typed.raw }
  const page = (
    <QuotePage
      {...{ scope, quote, ...typed, raw }}
      versions={await readVersions(scope, quote.number)}
      approval={await latestApproval(scope, object, quote.id)}
      limit={limitOf(scope.user, await readLimits(scope))}
      timeline={await tellTimeline(registry, scope, object, quote.id, timelineViewOf(c))}
      panels={await readPanels(registry, scope, object, quote.id)}
    />
  )
  return c.render(page, { title: fullNumber(quote), status: typed.errors ? 422 : 200 })
}

/** A quote as its form shows it. */
export function rawOfQuote(scope: Scope, quote: Quote): Raw {
  const { title, account, attention, currency, taxing, validUntil, terms, lines } = quote
  const day = printDate(validUntil, scope.locale)
  const head = { title, account: account ?? '', attention, currency, taxing, terms }
  return { ...head, ...rawOfDeal(quote.deal), validUntil: day, ...rawOfLines(lines, currency) }
}

/** Somebody changed the quote meanwhile: both sides, field by field. */
export async function drawQuoteConflict(c: Context<Site>, quote: Quote, yours: Raw) {
  const { scope } = c.var
  const theirs = rawOfQuote(scope, quote)
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])]
  return drawConflict(c, {
    title: fullNumber(quote),
    action: `${href}/${quote.id}`,
    version: quote.version,
    fields: names
      .filter((name) => name !== 'version' && name !== 'dealId' && !name.startsWith('_'))
      .map((name) => ({
        name,
        label: labelOf(scope, name),
        theirs: theirs[name] ?? '',
        yours: yours[name] ?? '',
      })),
    ...(await lastSaved(scope, object, quote.id)),
  })
}

function labelOf({ locale }: Scope, name: string): string {
  const part = labelOfPart(locale, name)
  if (part) return part
  if (name === 'account' || name === 'deal') return paperText(locale)[name]
  const t = quoteText(locale)
  return name === 'title' ? t.subject : String(Reflect.get(t, name) ?? name)
}
