import { sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import { commonSorts } from '../../../core/lists/query.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { tallies } from '../leads/schema.ts'
import { contractFields } from './contract-fields.ts'
import { contractFilters } from './contract-filters.tsx'
import { contractText } from './messages.ts'
import {
  assignContracts,
  editContracts,
  exportContracts,
  importContracts,
  viewContracts,
} from './rights.ts'
import { contracts } from './schema.ts'

/** Contracts, as everything that treats all records alike sees them. */
export const contractKind = {
  module: 'sales',
  object: 'sales.contract',
  list: 'contracts',
  table: contracts,
  href: '/sales/contracts',
  icon: 'file-invoice',
  listIcon: 'file-invoice',
  view: viewContracts,
  edit: editContracts,
  assign: assignContracts,
  files: { kind: 'contracts', import: importContracts, export: exportContracts },
  fields: contractFields,
  sorts: { ...commonSorts(contracts), number: { column: contracts.number } },
  wordFilters: [],
  filters: contractFilters,
  finder: sql`sales.find_contracts`,
  tallies: { table: tallies, object: 'contract' },
  story: { of: 'contract' },
  text: (locale: Locale) => contractText(locale).list,
} as const satisfies RecordKind<'sales'>

export const contractNumbers = { key: 'sales.contract', usual: 'C-{year}-{0000}' }
