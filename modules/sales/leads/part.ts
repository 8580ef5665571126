import { findByNotes } from '../../../core/lists/note-finding.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import type { Job, Navigation, Panel, Search } from '../../../core/module.ts'
import { findByFollowUps } from '../../contacts/public.ts'
import { viewLeads } from '../rights.ts'
import { findLeads } from './finding.ts'
import { leadKind } from './kind.ts'
import { leadPanel } from './panel.tsx'
import { leads, tallies } from './schema.ts'

/** What the manifest says of leads. */

export const leadTables = [leads, tallies]

export const leadNavigation: Navigation<'sales'> = {
  href: leadKind.href,
  icon: 'bulb',
  title: { en: 'Leads', 'zh-CN': '线索' },
  permission: viewLeads,
}

export const leadPanels: readonly Panel<'sales', 'contacts'>[] = [
  { slot: 'contacts.account', permission: viewLeads, ...leadPanel('account') },
  { slot: 'contacts.person', permission: viewLeads, ...leadPanel('person') },
]

export const leadSearch: readonly Search<'sales'>[] = [
  {
    key: 'sales.leads',
    title: { en: 'Leads', 'zh-CN': '线索' },
    permission: viewLeads,
    find: findLeads,
  },
  {
    key: 'sales.lead-notes',
    title: { en: 'Notes on leads', 'zh-CN': '线索备注' },
    permission: viewLeads,
    find: findByNotes(leadKind),
  },
  {
    key: 'sales.lead-follow-ups',
    title: { en: 'Follow-ups on leads', 'zh-CN': '线索跟进' },
    permission: viewLeads,
    find: findByFollowUps(leadKind),
  },
]

/** The sums of all kinds of record but deals, which have tallies of their own. */
export const tallyJob: Job<'sales'> = {
  name: 'sales.compact-lead-tallies',
  cron: '29 * * * *',
  run: (scope) => compactTallies(scope, tallies),
}
