import { and, eq, sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import { differences } from '../../../core/records/audit.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Line } from '../lines/line-form.ts'
import { totalsOf } from '../lines/totals.ts'
import { searchLines } from '../papers/paged.ts'
import { leaveTrace } from '../papers/trace.ts'
import { quoteKind, quoteNumbers } from './kind.ts'
import type { QuoteValues } from './quote-form.ts'
import type { Quote } from './reading.ts'
import { quoteLines, quotes } from './schema.ts'

const { object } = quoteKind

/** Writes a quote as a draft. It belongs to who writes it, and to their department. @returns its id */
export async function writeQuote(
  scope: Scope,
  registry: Registry,
  values: QuoteValues,
): Promise<string> {
  const id = newId()
  const number = await takeNumber(scope, quoteNumbers)
  const { ownerId, departmentId } = {
    ownerId: scope.user.id,
    departmentId: scope.user.departmentId,
  }
  await insertVersion(scope, { id, number, revision: 1, ownerId, departmentId }, values)
  const after = { number, ...said(values) }
  await leaveTrace(scope, registry, object, id, 'created', { after, story: { number } })
  return id
}

/**
 * Saves a draft as read with `version`.
 * @returns conflict when somebody saved it meanwhile; then nothing was written
 */
export async function saveQuote(
  scope: Scope,
  registry: Registry,
  quote: Quote,
  version: number,
  values: QuoteValues,
): Promise<'saved' | 'conflict'> {
  if (quote.version !== version) return 'conflict'
  const changed = differences(said(quote), said(values))
  if (!changed) return 'saved'
  const saved = await changeQuote(scope, quote.id, columnsOf(quote.number, values), version)
  if (!saved) return 'conflict'
  await scope.db.execute(sql`
    delete from ${quoteLines} where company_id = ${scope.company.id} and quote_id = ${quote.id}`)
  await insertLines(scope, quote.id, values.lines)
  await leaveTrace(scope, registry, object, quote.id, 'changed', changed)
  return 'saved'
}

/** So many days an offer holds unless somebody says otherwise. */
const usualDays = 30

/** The last day of an offer that is made today, unless somebody says otherwise. */
export const usualEnd = (scope: Scope): string => shiftDay(today(scope), usualDays)

/**
 * Begins the next version of a quote, as a draft; the one before counts no more. A validity that is
 * over begins anew with it. @returns its id
 */
export async function reviseQuote(scope: Scope, registry: Registry, quote: Quote): Promise<string> {
  const id = newId()
  const { number, ownerId, departmentId } = quote
  const revision = quote.revision + 1
  await changeQuote(scope, quote.id, { state: 'replaced' })
  const validUntil = quote.validUntil < today(scope) ? usualEnd(scope) : quote.validUntil
  const version = { id, number, revision, ownerId, departmentId }
  await insertVersion(scope, version, { ...quote, validUntil })
  const story = { number, revision }
  await leaveTrace(scope, registry, object, quote.id, 'replaced', { after: { revision }, story })
  await leaveTrace(scope, registry, object, id, 'created', { after: story, story })
  return id
}

/** Puts a quote out of sight, or brings it back; nothing of it is lost. */
export async function moveQuote(
  scope: Scope,
  registry: Registry,
  { id, archivedAt }: Pick<Quote, 'id' | 'archivedAt'>,
  deed: 'archived' | 'restored',
): Promise<void> {
  if ((archivedAt !== null) === (deed === 'archived')) return
  await changeQuote(scope, id, { archivedAt: deed === 'archived' ? scope.now() : null })
  await leaveTrace(scope, registry, object, id, deed)
}

/** @param version the one that must be stored; any when left out. @returns whether it was */
export async function changeQuote(
  scope: Scope,
  id: string,
  row: Partial<typeof quotes.$inferInsert>,
  version?: number,
): Promise<boolean> {
  const saved = await scope.db
    .update(quotes)
    .set({ ...row, updatedAt: sql`now()`, version: sql`${quotes.version} + 1` })
    .where(
      and(
        eq(quotes.companyId, scope.company.id),
        eq(quotes.id, id),
        version === undefined ? undefined : eq(quotes.version, version),
      ),
    )
    .returning({ id: quotes.id })
  return saved.length > 0
}

type Head = Pick<typeof quotes.$inferInsert, 'ownerId' | 'departmentId' | 'revision'> & {
  id: string
  number: string
}

async function insertVersion(scope: Scope, head: Head, values: QuoteValues): Promise<void> {
  await scope.db.insert(quotes).values({
    ...{ companyId: scope.company.id, createdBy: scope.actorId },
    ...head,
    ...columnsOf(head.number, values),
  })
  await insertLines(scope, head.id, values.lines)
}

const insertLines = (scope: Scope, quoteId: string, lines: readonly Line[]) =>
  insertMany(
    scope,
    quoteLines,
    lines.map(
      ({ productId, name, unit, quantity, priceMinor, discount, taxRate, amountMinor }, at) => ({
        ...{ id: newId(), quoteId, position: at, productId, name, unit, quantity, priceMinor },
        ...{ discount, taxRate, amountMinor },
      }),
    ),
  )

/** A quote's values as its row holds them. */
function columnsOf(number: string, values: QuoteValues) {
  const { title, accountId, personId, attention, currency, taxing, validUntil, terms } = values
  const { netMinor, taxMinor, totalMinor } = totalsOf(values.lines, taxing)
  const topDiscount = String(Math.max(0, ...values.lines.map(({ discount }) => Number(discount))))
  return {
    ...{ title, accountId, personId, attention, currency, taxing, validUntil, terms },
    dealId: values.dealId ?? null,
    ...{ netMinor, taxMinor, totalMinor, topDiscount },
    search: searchLines(number, title, attention),
  }
}

/** What the audit trail keeps of a quote's values. */
const said = (values: QuoteValues) => ({
  ...{ title: values.title, accountId: values.accountId, attention: values.attention },
  dealId: values.dealId ?? null,
  ...{ currency: values.currency, taxing: values.taxing, validUntil: values.validUntil },
  terms: values.terms,
  lines: values.lines.map(
    ({ name, quantity, priceMinor, discount, taxRate }) =>
      `${name} × ${quantity} @ ${priceMinor} −${discount}% +${taxRate}%`,
  ),
})
