import { findByNotes } from '../../core/lists/note-finding.ts'
import { listedOf } from '../../core/lists/record-list.ts'
import { defineModule } from '../../core/module.ts'
import { recordNotices } from '../../core/records/deeds.ts'
import { estateOf } from '../../core/records/estate-of.ts'
import { recordTypeOf } from '../../core/records/record-type.ts'
import { adoption } from './adoption.ts'
import { audited } from './audited.ts'
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
import { dealTimeline } from './deals/told.ts'
import { permissions } from './permissions.ts'
import { findPipelines } from './pipelines/finding.ts'
import { lossReasons, pipelineDepartments, pipelines, stages } from './pipelines/schema.ts'
import { viewDeals, viewTargets } from './rights.ts'
import { routes } from './routes.tsx'
import { seeds } from './seeds.ts'
import { targets } from './targets/schema.ts'
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
  permissions,
  tables: [
    ...[deals, stageMoves, dealTallies],
    ...[pipelines, pipelineDepartments, stages, lossReasons, targets],
  ],
  routes,
  navigation: [
    {
      href: '/sales/deals',
      icon: 'layout-kanban',
      title: { en: 'Deals', 'zh-CN': '商机' },
      permission: viewDeals,
    },
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
    },
    {
      href: '/sales/pipelines',
      icon: 'settings',
      title: { en: 'Pipelines', 'zh-CN': '销售流程' },
      permission: viewDeals,
    },
  ],
  cards: [{ key: 'sales.deals', permission: viewDeals, render: dealCard }],
  panels: [
    { slot: 'contacts.account', permission: viewDeals, render: dealPanel('account') },
    { slot: 'contacts.person', permission: viewDeals, render: dealPanel('person') },
  ],
  search: [
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
  timeline: dealTimeline,
  audited,
  customisable: [{ object: dealKind.object, table: deals }],
  records: [recordTypeOf(dealKind)],
  notifications: recordNotices('sales'),
  lists: [listedOf(dealList)],
  jobs: [{ name: 'sales.compact-tallies', cron: '27 * * * *', run: compactDealTallies }],
  belongings: dealBelongings,
  estates: [estateOf(dealKind, { en: 'Deals', 'zh-CN': '商机' })],
  quality: [dealQuality],
  adoption,
  transfers,
  resources: [dealResource],
  seeds,
})
