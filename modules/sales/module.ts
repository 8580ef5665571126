import { listedOf } from '../../core/lists/record-list.ts'
import { defineModule } from '../../core/module.ts'
import { recordNotices } from '../../core/records/deeds.ts'
import { estateOf } from '../../core/records/estate-of.ts'
import { recordTypeOf } from '../../core/records/record-type.ts'
import { adoption } from './adoption.ts'
import { audited } from './audited.ts'
import { contractList } from './contracts/contract-list.ts'
import { dealLines } from './deal-products/schema.ts'
import { dealBelongings } from './deals/belongings.ts'
import { dealList } from './deals/deal-list.ts'
import { dealKind } from './deals/kind.ts'
import {
  dealNavigation,
  dealPanels,
  dealSearch,
  dealsCard,
  dealTables,
  dealTallyJob,
} from './deals/part.ts'
import { dealQuality } from './deals/quality.ts'
import { dealResource } from './deals/resource.ts'
import { deals } from './deals/schema.ts'
import { followUpNavigation } from './follow-ups/navigation.ts'
import { leadBelongings } from './leads/belongings.ts'
import { leadKind } from './leads/kind.ts'
import { leadList } from './leads/lead-list.ts'
import { leadResource } from './leads/lead-resource.ts'
import { leadNavigation, leadPanels, leadSearch, leadTables, tallyJob } from './leads/part.ts'
import { leadQuality } from './leads/quality.ts'
import { leads } from './leads/schema.ts'
import { paperBelongings, paperEstates } from './papers/estates.ts'
import { paperSearch } from './papers/finding.ts'
import { paperNavigation } from './papers/navigation.ts'
import { paperNotices } from './papers/notices.ts'
import { approvalsCard, paperJobs, paperPanels } from './papers/part.ts'
import { contractQuality } from './papers/quality.ts'
import { paperTypes } from './papers/record-types.ts'
import { paperTables } from './papers/tables.ts'
import { paperTimeline } from './papers/told.ts'
import { permissions } from './permissions.ts'
import { pipelineNavigation, pipelineSearch, pipelineTables } from './pipelines/part.ts'
import { poolNavigation, poolPanels, poolTables } from './pool/part.ts'
import { returnJob } from './pool/returning.ts'
import { poolNotice } from './pool/told.ts'
import { figureNavigation } from './reports/navigation.ts'
import { paperResources } from './resources.ts'
import { routes } from './routes.tsx'
import { seeds } from './seeds.ts'
import { targets } from './targets/schema.ts'
import { timeline } from './told.ts'
import { exports, transfers } from './transfers.ts'

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
    ...[...leadTables, ...poolTables],
    ...[...dealTables, dealLines],
    ...[...pipelineTables, targets],
    ...paperTables,
  ],
  routes,
  navigation: [
    ...[leadNavigation, poolNavigation, dealNavigation, followUpNavigation],
    ...paperNavigation,
    ...figureNavigation,
    pipelineNavigation,
  ],
  cards: [approvalsCard, dealsCard],
  panels: [...paperPanels, ...leadPanels, ...poolPanels, ...dealPanels],
  search: [...paperSearch, ...leadSearch, ...dealSearch, pipelineSearch],
  timeline: [...timeline, ...paperTimeline],
  audited,
  customisable: [
    { object: leadKind.object, table: leads },
    { object: dealKind.object, table: deals },
  ],
  records: [...paperTypes, recordTypeOf(leadKind), recordTypeOf(dealKind)],
  notifications: [...paperNotices, ...recordNotices('sales'), poolNotice],
  lists: [listedOf(leadList), listedOf(dealList), listedOf(contractList)],
  jobs: [...paperJobs, dealTallyJob, tallyJob, returnJob],
  belongings: [...paperBelongings, ...leadBelongings, ...dealBelongings],
  estates: [
    ...paperEstates,
    estateOf(leadKind, { en: 'Leads', 'zh-CN': '线索' }),
    estateOf(dealKind, { en: 'Deals', 'zh-CN': '商机' }),
  ],
  quality: [leadQuality, dealQuality, contractQuality],
  adoption,
  transfers,
  exports,
  resources: [...paperResources, leadResource, dealResource],
  seeds,
})
