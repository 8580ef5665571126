import { sql } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import { commonSorts } from '../../../core/lists/query.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import { followUpDeed } from '../../contacts/public.ts'
import { assignLeads, editLeads, exportLeads, importLeads, viewLeads } from '../rights.ts'
import { leadFields } from './lead-fields.ts'
import { leadFilters } from './lead-filters.tsx'
import { leadsText } from './messages.ts'
import { leads, tallies } from './schema.ts'

/** Leads, as everything that treats all records alike sees them. */
export const leadKind = {
  module: 'sales',
  object: 'sales.lead',
  list: 'leads',
  table: leads,
  href: '/sales/leads',
  icon: 'bulb',
  listIcon: 'bulb',
  view: viewLeads,
  edit: editLeads,
  assign: assignLeads,
  files: { kind: 'leads', import: importLeads, export: exportLeads },
  fields: leadFields,
  sorts: commonSorts(leads),
  wordFilters: ['industry', 'region', 'source'],
  filters: leadFilters,
  finder: sql`sales.find_leads`,
  tallies: { table: tallies, object: 'lead' },
  story: { of: 'lead' },
  rowDeed: followUpDeed,
  text: (locale: Locale) => leadsText(locale).list,
} as const satisfies RecordKind<'sales'>
