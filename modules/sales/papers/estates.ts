import type { Estate } from '../../../core/handover/estate.ts'
import type { Belonging } from '../../../core/merging/belonging.ts'
import { estateOf } from '../../../core/records/estate-of.ts'
import { contractKind } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { quoteKind } from '../quotes/kind.ts'
import { quotes } from '../quotes/schema.ts'
import { estateOfPaper } from './estate.ts'

const quoteTitle = { en: 'Quotes', 'zh-CN': '报价' }
const contractTitle = { en: 'Contracts', 'zh-CN': '合同' }

/** What goes on to a colleague when somebody leaves. */
export const paperEstates: readonly Estate<'sales'>[] = [
  estateOfPaper(quoteKind.object, quoteTitle, quoteKind.edit, quotes),
  estateOf(contractKind, contractTitle),
]

/** What goes along when two accounts, or two contacts, become one. */
export const paperBelongings: readonly Belonging[] = [
  { of: 'contacts.account', title: quoteTitle, table: quotes, column: quotes.accountId },
  { of: 'contacts.person', title: quoteTitle, table: quotes, column: quotes.personId },
  { of: 'contacts.account', title: contractTitle, table: contracts, column: contracts.accountId },
  { of: 'contacts.person', title: contractTitle, table: contracts, column: contracts.personId },
]
