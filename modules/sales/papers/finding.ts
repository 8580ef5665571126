import { sql } from 'drizzle-orm'
import { findRecords } from '../../../core/lists/finding.ts'
import { findByNotes } from '../../../core/lists/note-finding.ts'
import type { Search } from '../../../core/module.ts'
import { printMoney } from '../../../core/values/money.ts'
import { contractKind } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { productKind } from '../products/kind.ts'
import { readProductList } from '../products/reading.ts'
import { quoteKind } from '../quotes/kind.ts'
import { fullNumber } from '../quotes/printing.ts'
import { readQuoteList } from '../quotes/reading.ts'
import { readReceiptList } from '../receivables/reading.ts'

const first = { state: 'all', cursor: undefined } as const

/** Papers by number, name, pinyin or initials; products by code too. */
export const paperSearch: readonly Search<'sales'>[] = [
  {
    key: 'sales.products',
    title: { en: 'Products', 'zh-CN': '产品' },
    permission: productKind.view,
    find: async (scope, query, size) =>
      (await readProductList(scope, { ...first, query, size })).page.rows.map(({ id, values }) => ({
        title: values.name,
        detail: [values.code, values.category].filter(Boolean).join(' · '),
        href: `${productKind.href}/${id}`,
        icon: 'package',
      })),
  },
  {
    key: 'sales.quotes',
    title: { en: 'Quotes', 'zh-CN': '报价' },
    permission: quoteKind.view,
    find: async (scope, query, size) =>
      (await readQuoteList(scope, { ...first, query, size })).page.rows.map((quote) => ({
        title: [fullNumber(quote), quote.title].filter(Boolean).join(' '),
        detail: quote.account ?? '',
        href: `${quoteKind.href}/${quote.id}`,
        icon: 'file-text',
      })),
  },
  {
    key: 'sales.contracts',
    title: { en: 'Contracts', 'zh-CN': '合同' },
    permission: contractKind.view,
    find: findRecords(contractKind, sql`${contracts.number}`),
  },
  {
    key: 'sales.contract-notes',
    title: { en: 'Notes on contracts', 'zh-CN': '合同备注' },
    permission: contractKind.view,
    find: findByNotes(contractKind),
  },
  {
    key: 'sales.receipts',
    title: { en: 'Receipts', 'zh-CN': '回款' },
    permission: contractKind.view,
    find: async (scope, query, size) =>
      (await readReceiptList(scope, { ...first, query, size })).page.rows.map((receipt) => ({
        title: receipt.number,
        detail: printMoney(
          { minor: receipt.amountMinor, currency: receipt.currency },
          scope.locale,
        ),
        href: `/sales/receipts/${receipt.id}`,
        icon: 'cash',
      })),
  },
]
