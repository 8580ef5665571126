import { day, money } from '../../../core/fields/field.ts'
import type { Scope } from '../../../core/scope.ts'
import { namedColumn } from '../../../core/transfer/book/place.ts'
import type { Outgoing } from '../../../core/transfer/transfer.ts'
import { printPercent } from '../lines/percent.ts'
import { quoteKind } from '../quotes/kind.ts'
import { en } from '../quotes/messages/en.ts'
import { zhCN } from '../quotes/messages/zh-CN.ts'
import { quoteText } from '../quotes/messages.ts'
import { fullNumber } from '../quotes/printing.ts'
import { countQuotes, quoteViews, readQuotesById } from '../quotes/reading.ts'

const label = (word: keyof typeof en & keyof typeof zhCN) =>
  ({ en: en[word], 'zh-CN': zhCN[word] }) as { en: string; 'zh-CN': string }

const named = (field: string, en: string, zh: string) =>
  namedColumn(field, { en, 'zh-CN': zh }, [], '')

const said = (field: 'subject' | 'attention' | 'state' | 'decision' | 'terms') =>
  namedColumn(field, label(field), [], '')

const amount = (field: string, en: string, zh: string) => ({
  ...{ ...money, field, label: { en, 'zh-CN': zh }, aliases: [], example: '' },
})

/** What a file says of a quote, version by version; its lines stand on its page and in its PDF. */
const columns = [
  named('number', 'Number', '编号'),
  named('account', 'Account', '客户'),
  named('deal', 'Deal', '商机'),
  ...[said('subject'), said('attention'), said('state')],
  amount('net', 'Before tax', '不含税金额'),
  amount('tax', 'Tax', '税额'),
  amount('total', 'Total', '含税金额'),
  named('discount', 'Largest discount', '最大折扣'),
  { ...day, field: 'validUntil', label: label('validUntil'), aliases: [], example: '' },
  { ...day, field: 'decidedOn', label: label('decidedOn'), aliases: [], example: '' },
  ...[said('decision'), said('terms')],
  named('owner', 'Owner', '负责人'),
  named('department', 'Department', '部门'),
]

/** What an export is asked for: the list's own search and view, as far as it may go out. */
const asked = (filters: URLSearchParams) => ({
  query: filters.get('q') ?? '',
  state: quoteViews.find((one) => one === filters.get('state')) ?? quoteViews[0],
  permission: quoteKind.export,
})

type Read = Awaited<ReturnType<typeof readQuotesById>>[number]

const cellsOf = ({ locale }: Scope, quote: Read) => {
  const money = (minor: number) => ({ minor, currency: quote.currency })
  const { netMinor, taxMinor, totalMinor, topDiscount } = quote
  return {
    ...{ id: quote.id, number: fullNumber(quote), account: quote.account },
    ...{ deal: quote.deal?.name ?? null, subject: quote.title || null },
    ...{ attention: quote.attention || null, state: quoteText(locale).states[quote.state] },
    ...{ net: money(netMinor), tax: money(taxMinor), total: money(totalMinor) },
    discount: Number(topDiscount) > 0 ? printPercent(topDiscount, locale) : null,
    ...{ validUntil: quote.validUntil, decidedOn: quote.decidedOn },
    ...{ decision: quote.decision || null, terms: quote.terms || null },
    ...{ owner: quote.owner, department: quote.department },
  }
}

/** Quotes as files. They do not come in: a quote is its lines, which no flat row tells. */
export const quoteExport: Outgoing<'sales'> = {
  kind: 'quotes',
  title: { en: en.title, 'zh-CN': zhCN.title },
  exportPermission: quoteKind.export,
  columns,
  count: (scope, filters) => countQuotes(scope, asked(filters)),
  read: async (scope, filters, after, limit) =>
    (await readQuotesById(scope, asked(filters), after, limit)).map((one) => cellsOf(scope, one)),
  listHref: quoteKind.href,
}
