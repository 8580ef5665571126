import { formatDay } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { readLetterhead } from '../../../core/letterhead/letterhead.ts'
import { openLetter } from '../../../core/print/letter.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { printMoney } from '../../../core/values/money.ts'
import { printNumber } from '../../../core/values/number.ts'
import { lineText } from '../lines/messages.ts'
import { printPercent } from '../lines/percent.ts'
import { totalsOf } from '../lines/totals.ts'
import { sumsOf } from '../lines/views/lines-table.tsx'
import { senderOf } from '../papers/sender.ts'
import { quoteText } from './messages.ts'
import type { Quote } from './reading.ts'

/** The number as people write it on papers: the version stands behind it from the second on. */
export const fullNumber = ({ number, revision }: Pick<Quote, 'number' | 'revision'>): string =>
  revision > 1 ? `${number}/${revision}` : number

/** Prints a quote as it goes to the customer, in the language they read. */
export async function printQuote(scope: Scope, quote: Quote, locale: Locale): Promise<Buffer> {
  const { print: t, ...all } = quoteText(locale)
  const head = await readLetterhead(scope)
  const day = formatDay(scope.company.timeZone, quote.updatedAt)
  const letter = await openLetter({
    sender: senderOf(head, scope.company.name, locale),
    title: quote.stored === 'draft' || quote.stored === 'waiting' ? t.draft : t.title,
    facts: [
      [t.number, fullNumber(quote)],
      [t.day, printDate(day, locale)],
      [all.validUntil, printDate(quote.validUntil, locale)],
      ...(quote.owner ? [[t.contact, quote.owner] as const] : []),
    ],
    receiver: { label: t.to, lines: [quote.account ?? '', quote.attention].filter(Boolean) },
    foot: [
      head.bank && t.bank(head.bank, head.bankAccount),
      head.taxNumber && t.taxNumber(head.taxNumber),
    ]
      .filter(Boolean)
      .join(' · '),
    page: (number, of) => t.page(String(number), String(of)),
  })
  if (quote.title) letter.heading(quote.title)
  letter.table(tableOf(quote, locale))
  letter.sums(sumsOf(totalsOf(quote.lines, quote.taxing), quote.currency, locale))
  letter.text(t.note(all.taxings[quote.taxing]), 'quiet')
  if (quote.terms) {
    letter.heading(t.terms)
    letter.text(quote.terms)
  }
  return letter.finish()
}

function tableOf({ lines, currency }: Quote, locale: Locale) {
  const t = lineText(locale)
  const money = (minor: number) => printMoney({ minor, currency }, locale)
  const isDiscounted = lines.some(({ discount }) => Number(discount) > 0)
  const end = { end: true as const }
  return {
    columns: [
      { label: t.product, share: 38 },
      { label: t.quantity, share: 14, ...end },
      { label: t.price, share: 18, ...end },
      ...(isDiscounted ? [{ label: t.discount, share: 10, ...end }] : []),
      { label: t.taxRate, share: 10, ...end },
      { label: t.amount, share: 20, ...end },
    ],
    rows: lines.map(({ name, quantity, unit, priceMinor, discount, taxRate, amountMinor }) => [
      name,
      `${printNumber(quantity, locale)} ${unit}`.trim(),
      money(priceMinor),
      ...(isDiscounted ? [Number(discount) > 0 ? printPercent(discount, locale) : ''] : []),
      printPercent(taxRate, locale),
      money(amountMinor),
    ]),
  }
}
