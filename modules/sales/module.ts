import { findByNotes } from '../../core/lists/note-finding.ts'
import { listedOf } from '../../core/lists/record-list.ts'
import { compactTallies } from '../../core/lists/totals.ts'
import { defineModule } from '../../core/module.ts'
import { recordNotices } from '../../core/records/deeds.ts'
import { estateOf } from '../../core/records/estate-of.ts'
import { recordTypeOf } from '../../core/records/record-type.ts'
import { adoption } from './adoption.ts'
import { approvalCard } from './approval/approval-card.tsx'
import { audited } from './audited.ts'
import { contractList } from './contracts/contract-list.ts'
import { contractKind } from './contracts/kind.ts'
import { contractPanel } from './contracts/panel.tsx'
import { remindOfEnds } from './contracts/reminding.ts'
import { dealLines } from './deal-products/schema.ts'
import { dealBelongings } from './deals/belongings.ts'
import { dealCard } from './deals/deal-card.tsx'
import { dealList } from './deals/deal-list.ts'
import { findDeals } from './deals/finding.ts'
import { dealKind } from './deals/kind.ts'
import { dealPanel } from './deals/panel.tsx'
import { dealQuality } from './deals/quality.ts'
import { dealResource } from './deals/resource.ts'
import { deals, dealTallies, stageMoves } from './deals/schema.ts'
import { compactDealTallies } from './deals/tallying.ts'
import { leadBelongings } from './leads/belongings.ts'
import { findLeads } from './leads/finding.ts'
import { leadKind } from './leads/kind.ts'
import { leadList } from './leads/lead-list.ts'
import { leadResource } from './leads/lead-resource.ts'
import { leadPanel } from './leads/panel.tsx'
import { leadQuality } from './leads/quality.ts'
import { leads, tallies } from './leads/schema.ts'
import { paperBelongings, paperEstates } from './papers/estates.ts'
import { paperSearch } from './papers/finding.ts'
import { paperNavigation } from './papers/navigation.ts'
import { paperNotices } from './papers/notices.ts'
import { contractQuality } from './papers/quality.ts'
import { paperTypes } from './papers/record-types.ts'
import { paperTables } from './papers/tables.ts'
import { paperTimeline } from './papers/told.ts'
import { permissions } from './permissions.ts'
import { findPipelines } from './pipelines/finding.ts'
import { lossReasons, pipelineDepartments, pipelines, stages } from './pipelines/schema.ts'
import { poolPanel } from './pool/panel.tsx'
import { returnJob } from './pool/returning.ts'
import { claimFromPool } from './pool/rights.ts'
import { poolEntries, poolLevels, poolMoves, pools, poolWarnings } from './pool/schema.ts'
import { poolNotice } from './pool/told.ts'
import { productKind } from './products/kind.ts'
import { purchasePanel } from './purchases/panel.tsx'
import { quoteKind } from './quotes/kind.ts'
import { quotePanel } from './quotes/panel.tsx'
import { tellOverdue } from './receivables/reminding.ts'
import { paperResources } from './resources.ts'
import { viewDeals, viewLeads, viewTargets } from './rights.ts'
import { routes } from './routes.tsx'
import { seeds } from './seeds.ts'
import { targets } from './targets/schema.ts'
import { timeline } from './told.ts'
import { transfers } from './transfers.ts'

/** From a first interest to money received. */
export const sales = defineModule({
  id: 'sales',
  title: { en: 'Sales', 'zh-CN': '销售' },
  about: {
    en: 'Deals and how they go on: what to do next, what is won, what is lost and why.',
    'zh-CN': '管理商机的推进：下一步做什么，赢了多少，输在哪里。',
  },
  icon: 'briefcase',
  flag: 'module.sales',
  needs: ['contacts'],
  quickStarts: ['S-01'],
  permissions,
  tables: [
    ...[leads, tallies, pools, poolLevels, poolEntries, poolMoves, poolWarnings],
    ...[deals, stageMoves, dealTallies, dealLines],
    ...[pipelines, pipelineDepartments, stages, lossReasons, targets],
    ...paperTables,
  ],
  routes,
  navigation: [
    {
      href: '/sales/leads',
      icon: 'bulb',
      title: { en: 'Leads', 'zh-CN': '线索' },
      permission: viewLeads,
    },
    {
      href: '/sales/pool',
      icon: 'users',
      title: { en: 'Pool', 'zh-CN': '公海' },
      permission: claimFromPool,
    },
    {
      href: '/sales/deals',
      icon: 'layout-kanban',
      title: { en: 'Deals', 'zh-CN': '商机' },
      permission: viewDeals,
    },
    ...paperNavigation,
    {
      href: '/sales/reports',
      icon: 'report-analytics',
      title: { en: 'Sales reports', 'zh-CN': '销售报表' },
      permission: viewDeals,
    },
    {
      href: '/sales/targets',
      icon: 'target',
      title: { en: 'Targets', 'zh-CN': '业绩目标' },
      permission: viewTargets,
      inside: true,
    },
    {
      href: '/sales/pipelines',
      icon: 'settings',
      title: { en: 'Pipelines', 'zh-CN': '销售流程' },
      permission: viewDeals,
      inside: true,
    },
  ],
  cards: [
    { key: 'sales.approvals', permission: productKind.view, render: approvalCard },
    { key: 'sales.deals', permission: viewDeals, render: dealCard },
  ],
  panels: [
    { slot: 'contacts.account', permission: contractKind.view, ...contractPanel },
    { slot: 'contacts.account', permission: contractKind.view, ...purchasePanel },
    { slot: 'contacts.account', permission: quoteKind.view, ...quotePanel('account') },
    { slot: 'contacts.person', permission: quoteKind.view, ...quotePanel('person') },
    { slot: 'contacts.account', permission: viewLeads, ...leadPanel('account') },
    { slot: 'contacts.person', permission: viewLeads, ...leadPanel('person') },
    {
      slot: 'contacts.account',
      permission: claimFromPool,
      ...poolPanel('contacts.account'),
    },
    { slot: 'contacts.account', permission: viewDeals, ...dealPanel('account') },
    { slot: 'contacts.person', permission: viewDeals, ...dealPanel('person') },
  ],
  search: [
    ...paperSearch,
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
      key: 'sales.pipelines',
      title: { en: 'Pipelines', 'zh-CN': '销售流程' },
      permission: viewDeals,
      find: findPipelines,
    },
  ],
  timeline: [...timeline, ...paperTimeline],
  audited,
  customisable: [
    { object: leadKind.object, table: leads },
    { object: dealKind.object, table: deals },
  ],
  records: [...paperTypes, recordTypeOf(leadKind), recordTypeOf(dealKind)],
  notifications: [...paperNotices, ...recordNotices('sales'), poolNotice],
  lists: [listedOf(leadList), listedOf(dealList), listedOf(contractList)],
  jobs: [
    { name: 'sales.tell-overdue', cron: '37 * * * *', run: tellOverdue },
    { name: 'sales.remind-of-ends', cron: '42 * * * *', run: remindOfEnds },
    { name: 'sales.compact-tallies', cron: '27 * * * *', run: compactDealTallies },
    {
      name: 'sales.compact-lead-tallies',
      cron: '29 * * * *',
      run: (scope) => compactTallies(scope, tallies),
    },
    returnJob,
  ],
  belongings: [...paperBelongings, ...leadBelongings, ...dealBelongings],
  estates: [
    ...paperEstates,
    estateOf(leadKind, { en: 'Leads', 'zh-CN': '线索' }),
    estateOf(dealKind, { en: 'Deals', 'zh-CN': '商机' }),
  ],
  quality: [leadQuality, dealQuality, contractQuality],
  adoption,
  transfers,
  resources: [...paperResources, leadResource, dealResource],
  seeds,
})
