import { findByNotes } from '../../../core/lists/note-finding.ts'
import type { Job, Navigation, Panel, Search } from '../../../core/module.ts'
import { findByFollowUps } from '../../contacts/public.ts'
import { viewDeals } from '../rights.ts'
import { dealCard } from './deal-card.tsx'
import { findDeals } from './finding.ts'
import { dealKind } from './kind.ts'
import { dealPanel } from './panel.tsx'
import { deals, dealTallies, stageMoves } from './schema.ts'
import { compactDealTallies } from './tallying.ts'

/** What the manifest says of deals. */

export const dealTables = [deals, stageMoves, dealTallies]

export const dealNavigation: Navigation<'sales'> = {
  href: dealKind.href,
  icon: 'layout-kanban',
  title: { en: 'Deals', 'zh-CN': '商机' },
  permission: viewDeals,
}

export const dealsCard = { key: 'sales.deals', permission: viewDeals, render: dealCard } as const

export const dealPanels: readonly Panel<'sales', 'contacts'>[] = [
  { slot: 'contacts.account', permission: viewDeals, ...dealPanel('account') },
  { slot: 'contacts.person', permission: viewDeals, ...dealPanel('person') },
]

export const dealSearch: readonly Search<'sales'>[] = [
  {
    key: 'sales.deals',
    title: { en: 'Deals', 'zh-CN': '商机' },
    permission: viewDeals,
    find: findDeals,
  },
  {
    key: 'sales.deal-notes',
    title: { en: 'Notes on deals', 'zh-CN': '商机备注' },
    permission: viewDeals,
    find: findByNotes(dealKind),
  },
  {
    key: 'sales.deal-follow-ups',
    title: { en: 'Follow-ups on deals', 'zh-CN': '商机跟进' },
    permission: viewDeals,
    find: findByFollowUps(dealKind),
  },
]

export const dealTallyJob: Job<'sales'> = {
  name: 'sales.compact-tallies',
  cron: '27 * * * *',
  run: compactDealTallies,
}
