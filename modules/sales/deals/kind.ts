import { sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import { commonSorts } from '../../../core/lists/query.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { followUpDeed } from '../../contacts/public.ts'
import { byProduct } from '../deal-products/filter.ts'
import { assignDeals, editDeals, exportDeals, importDeals, viewDeals } from '../rights.ts'
import { dealFields } from './deal-fields.ts'
import { dealFilters } from './filters.tsx'
import { dealsText } from './messages.ts'
import { closesBy, deals, dealTallies } from './schema.ts'

/** Deals, as everything that treats all records alike sees them. */
export const dealKind = {
  module: 'sales',
  object: 'sales.deal',
  list: 'deals',
  table: deals,
  href: '/sales/deals',
  icon: 'briefcase',
  listIcon: 'briefcase',
  view: viewDeals,
  edit: editDeals,
  assign: assignDeals,
  files: { kind: 'deals', import: importDeals, export: exportDeals },
  fields: dealFields,
  sorts: {
    ...commonSorts(deals),
    closesOn: { column: closesBy(deals.closesOn), cast: 'date' },
  },
  wordFilters: ['source', 'seller'],
  filters: [...dealFilters, byProduct],
  finder: sql`sales.find_deals`,
  tallies: { table: dealTallies, object: 'deal' },
  // Who may note what happened with a deal is decided here; the page itself asks contacts besides.
  rowDeed: { ...followUpDeed, permission: editDeals },
  text: (locale: Locale) => dealsText(locale).list,
} as const satisfies RecordKind<'sales'>
