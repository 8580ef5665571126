import { z } from 'zod'
import { refuseErrors } from '../../../core/api/invalid.ts'
import type { Input, JsonRecord, Resource } from '../../../core/api/resource.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { rawOfWritten } from '../lines/line-raw.ts'
import { taxings } from '../lines/totals.ts'
import { quoteKind } from '../quotes/kind.ts'
import { quoteText } from '../quotes/messages.ts'
import { readQuoteForm } from '../quotes/quote-form.ts'
import { moveQuote, saveQuote, writeQuote } from '../quotes/quotes.ts'
import {
  type Quote,
  type QuoteHead,
  quoteViews,
  readQuote,
  readQuoteList,
} from '../quotes/reading.ts'

const day = z.string().meta({ format: 'date' })
const decimal = z.string().regex(/^\d+(\.\d+)?$/)
/** Decimal texts; the price in minor units of the quote's currency. */
const line = z.strictObject({
  product: z.string(),
  quantity: decimal.optional(),
  priceMinor: z.int().min(0).optional(),
  discount: decimal.optional(),
  taxRate: decimal.optional(),
})
type WrittenLine = z.infer<typeof line>

/** Quotes for programs; what comes of one is decided on its page. */
export const quoteResource: Resource<'sales'> = {
  name: 'quotes',
  title: { en: 'Quotes', 'zh-CN': '报价' },
  permission: quoteKind.view,
  record: () =>
    z.strictObject({
      ...{ id: z.uuid(), version: z.int(), number: z.string(), revision: z.int() },
      ...{ title: z.string(), accountId: z.uuid(), accountName: z.string().nullable() },
      dealId: z.uuid().nullable(),
      ...{ attention: z.string(), currency: z.string(), taxing: z.enum(taxings), validUntil: day },
      ...{ totalMinor: z.int(), topDiscount: z.string(), state: z.string(), terms: z.string() },
      ...{ decidedOn: day.nullable(), decision: z.string(), ownerId: z.uuid().nullable() },
      departmentId: z.uuid().nullable(),
      archivedAt: z.iso.datetime().nullable(),
    }),
  filters: { state: z.enum(quoteViews) },
  sorts: ['newest'],
  list: async (scope, { q, cursor, limit, filters }) => {
    const state = quoteViews.find((one) => one === filters.state) ?? 'current'
    const list = await readQuoteList(scope, { query: q, state, cursor, size: limit })
    const { rows, after } = list.page
    return { items: rows.map(asJson), total: list.total, next: after ?? null }
  },
  read: async (scope, id) => asJson(await readQuote(scope, id)),
  writing: {
    permission: quoteKind.edit,
    input: () =>
      z.strictObject({
        ...{ accountId: z.uuid(), currency: z.string(), taxing: z.enum(taxings), validUntil: day },
        ...{ title: z.string().optional(), attention: z.string().optional() },
        dealId: z.uuid().nullable().optional(),
        ...{ terms: z.string().optional(), lines: z.array(line).min(1).max(200) },
      }),
    create: async (scope, registry, input) => {
      const values = await readInput(scope, input, scope.user.departmentId)
      return writeQuote(scope, registry, values)
    },
    change: async (scope, registry, id, version, input) => {
      const quote = await readQuote(scope, id, quoteKind.edit)
      if (quote.stored !== 'draft') refuseErrors({ '': quoteText(scope.locale).notNow })
      const values = await readInput(
        scope,
        { ...inputOf(quote), ...input },
        quote.departmentId,
        quote,
      )
      const known = version ?? quote.version
      const outcome = await saveQuote(scope, registry, quote, known, values)
      return outcome === 'conflict' ? outcome : undefined
    },
    archive: (scope, registry, id, version) => move(scope, registry, id, version, 'archived'),
    restore: (scope, registry, id, version) => move(scope, registry, id, version, 'restored'),
  },
}

async function move(
  scope: Scope,
  registry: Registry,
  id: string,
  version: number | undefined,
  deed: 'archived' | 'restored',
): Promise<'conflict' | undefined> {
  const quote = await readQuote(scope, id, quoteKind.edit)
  if (version !== undefined && quote.version !== version) return 'conflict'
  await moveQuote(scope, registry, quote, deed)
  return undefined
}

const asJson = (quote: QuoteHead): JsonRecord => {
  const { id, version, number, revision, title, accountId, account, attention } = quote
  const { currency, taxing, validUntil, totalMinor, topDiscount, state, terms } = quote
  const { decidedOn, decision, ownerId, departmentId, archivedAt } = quote
  return {
    ...{ id, version, number, revision, title, accountId, accountName: account, attention },
    dealId: quote.deal?.id ?? null,
    ...{ currency, taxing, validUntil, totalMinor, topDiscount, state, terms },
    ...{ decidedOn, decision, ownerId, departmentId, archivedAt },
  }
}

const inputOf = (quote: Quote): Input => {
  const { title, accountId, attention, currency, taxing, validUntil, terms } = quote
  const lines = quote.lines.map(
    ({ name, quantity, priceMinor, discount, taxRate }): WrittenLine => ({
      ...{ product: name, quantity, priceMinor, discount, taxRate },
    }),
  )
  return { title, accountId, attention, currency, taxing, validUntil, terms, lines }
}

/** By the form's own parsers, so that a program hears what a person would. @throws Invalid */
async function readInput(scope: Scope, input: Input, departmentId: string | null, old?: Quote) {
  const { lines, ...plain } = input as { lines: WrittenLine[] } & Record<string, string>
  const currency = String(plain.currency)
  const { values, errors } = await readQuoteForm(
    scope,
    { ...plain, ...rawOfWritten(lines, currency) },
    departmentId,
    old,
  )
  refuseErrors(errors)
  return values
}
