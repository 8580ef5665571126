import { listedOf } from '../../core/lists/record-list.ts'
import { compactTallies } from '../../core/lists/totals.ts'
import { defineModule } from '../../core/module.ts'
import { recordNotices } from '../../core/records/deeds.ts'
import { estateOf } from '../../core/records/estate-of.ts'
import { recordTypeOf } from '../../core/records/record-type.ts'
import { adoption } from './adoption.ts'
import { articleList } from './articles/article-list.ts'
import { articleResource } from './articles/article-resource.ts'
import { articleKind } from './articles/kind.ts'
import { articleListeners } from './articles/listening.ts'
import { articleNavigation, articleSearch, articleTables } from './articles/part.ts'
import { reviewJob } from './articles/reviewing.ts'
import { articleNotice } from './articles/told.ts'
import { assignJob, assignListeners } from './assigning/assigning.ts'
import { assignmentRules } from './assigning/schema.ts'
import { givenNotice } from './assigning/told.ts'
import { audited } from './audited.ts'
import { checkpoints } from './checklist/schema.ts'
import { clockJobs, clockNavigation, clockTables } from './clocks/declared.ts'
import { clockListeners } from './clocks/listeners.ts'
import { clockNotices } from './clocks/told.ts'
import { complaints } from './complaints/schema.ts'
import { findByMessages } from './conversation/finding.ts'
import { drafts, messageFiles } from './conversation/schema.ts'
import { dataRequestListeners } from './data-requests/beginning.ts'
import { dataRequests } from './data-requests/schema.ts'
import { dataRequestNotice } from './data-requests/told.ts'
import { dataRequestJob } from './data-requests/warning.ts'
import { deskNavigation, serviceDeskCard } from './desk/declared.ts'
import { ticketLinks } from './linking/schema.ts'
import { macroNavigation } from './macros/navigation.ts'
import { macros } from './macros/schema.ts'
import {
  channelErrands,
  channelJobs,
  channelListeners,
  channelTables,
} from './mailboxes/channels.ts'
import { channelNavigation } from './mailboxes/navigation.ts'
import { mailNotice } from './outgoing/told.ts'
import { permissions } from './permissions.ts'
import { portalNavigation } from './portal/navigation.ts'
import { openRoutes } from './portal/open-routes.ts'
import { ratingListener } from './ratings/asking.ts'
import { ratingErrand } from './ratings/mailing.ts'
import { ratingNavigation } from './ratings/navigation.ts'
import { ratingRules, ratings } from './ratings/schema.ts'
import { ratingNotice } from './ratings/told.ts'
import { reportNavigation } from './reports/declared.ts'
import { viewTickets } from './rights.ts'
import { routes } from './routes.tsx'
import { seeds } from './seeds.ts'
import { stateNavigation } from './states/navigation.ts'
import { categories, states } from './states/schema.ts'
import { ticketBelongings } from './tickets/belongings.ts'
import { findTickets } from './tickets/finding.ts'
import { customerWrote } from './tickets/followers.ts'
import { ticketKind } from './tickets/kind.ts'
import { ticketPanel } from './tickets/panel.tsx'
import { ticketQuality } from './tickets/quality.ts'
import { messages, stateChanges, tallies, tickets } from './tickets/schema.ts'
import { ticketList } from './tickets/ticket-list.ts'
import { ticketResource } from './tickets/ticket-resource.ts'
import { timeline } from './told.ts'
import { transfers } from './transfers.ts'
import { installedBelonging } from './warranties/belonging.ts'
import { accountProducts } from './warranties/panels.tsx'
import { installedProducts } from './warranties/schema.ts'

/** What customers ask, until it is solved. */
export const service = defineModule({
  id: 'service',
  title: { en: 'Service', 'zh-CN': '客服' },
  about: {
    en: 'What customers ask: who sees to it, what was answered, and whether it was in time.',
    'zh-CN': '处理客户的问题：谁在跟、答复了什么、是否及时解决。',
  },
  icon: 'headset',
  flag: 'module.service',
  needs: ['contacts'],
  quickStarts: ['V-01'],
  permissions,
  tables: [
    ...[tickets, messages, messageFiles, drafts, stateChanges, tallies],
    ...[states, categories, ticketLinks, checkpoints],
    ...articleTables,
    ...channelTables,
    ...[...clockTables, assignmentRules],
    ...[macros, ratings, ratingRules, complaints, dataRequests, installedProducts],
  ],
  routes,
  open: { at: '/portal', routes: openRoutes },
  navigation: [
    deskNavigation,
    {
      href: '/service/tickets',
      icon: 'ticket',
      title: { en: 'Tickets', 'zh-CN': '工单' },
      permission: viewTickets,
    },
    articleNavigation,
    macroNavigation,
    ratingNavigation,
    portalNavigation,
    channelNavigation,
    reportNavigation,
    ...clockNavigation,
    stateNavigation,
  ],
  panels: [
    { slot: 'contacts.account', permission: viewTickets, ...ticketPanel('account') },
    { slot: 'contacts.person', permission: viewTickets, ...ticketPanel('person') },
    { slot: 'contacts.account', permission: viewTickets, ...accountProducts },
  ],
  cards: [serviceDeskCard],
  search: [
    ...articleSearch,
    {
      key: 'service.tickets',
      title: { en: 'Tickets', 'zh-CN': '工单' },
      permission: viewTickets,
      find: findTickets,
    },
    {
      key: 'service.messages',
      title: { en: 'In tickets', 'zh-CN': '工单往来' },
      permission: viewTickets,
      find: findByMessages,
    },
  ],
  listeners: [
    ...channelListeners,
    ...[...clockListeners, ...assignListeners],
    ...[...articleListeners, ...dataRequestListeners],
    ratingListener,
  ],
  timeline,
  audited,
  customisable: [{ object: ticketKind.object, table: tickets }],
  records: [recordTypeOf(ticketKind), recordTypeOf(articleKind)],
  notifications: [
    ...recordNotices('service'),
    customerWrote,
    mailNotice,
    ...[...clockNotices, givenNotice],
    ...[articleNotice, ratingNotice, dataRequestNotice],
  ],
  lists: [listedOf(ticketList), listedOf(articleList)],
  errands: [...channelErrands, ratingErrand],
  jobs: [
    ...channelJobs,
    reviewJob,
    dataRequestJob,
    {
      name: 'service.compact-tallies',
      cron: '31 * * * *',
      run: (scope) => compactTallies(scope, tallies),
    },
    ...clockJobs,
    assignJob,
  ],
  belongings: [...ticketBelongings, installedBelonging],
  estates: [
    estateOf(ticketKind, { en: 'Tickets', 'zh-CN': '工单' }),
    estateOf(articleKind, { en: 'Articles', 'zh-CN': '知识库文章' }),
  ],
  quality: [ticketQuality],
  adoption,
  resources: [ticketResource, articleResource],
  transfers,
  seeds,
})
