import { sql } from 'drizzle-orm'
import type { Quality } from '../../../core/quality/declared.ts'
import { en as recordsEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordsZh } from '../../../core/records/messages/zh-CN.ts'
import { ticketKind } from './kind.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { tickets } from './schema.ts'
import { ticketFields } from './ticket-fields.ts'
import { datesCrossed } from './ticket-filters.tsx'

const labelOf = (field: string) =>
  ticketFields.find((one) => one.field === field)?.label ?? { en: field, 'zh-CN': field }

const undone = sql`${tickets.stateType} not in ('solved', 'closed')`
const days = 14

/** What good data are for tickets: somebody sees to each, and its dates do not contradict each other. */
export const ticketQuality: Quality<'service'> = {
  object: ticketKind.object,
  title: { en: en.list.title, 'zh-CN': zhCN.list.title },
  weight: 0.2,
  table: tickets,
  permission: ticketKind.view,
  href: ticketKind.href,
  fields: [
    {
      ...{ field: 'name', label: labelOf('name'), weight: 1 },
      ...{ filled: sql`${tickets.name} <> ''`, shown: sql`${tickets.name}` },
    },
    {
      ...{ field: 'person', label: { en: en.person, 'zh-CN': zhCN.person }, weight: 2 },
      filled: sql`${tickets.personId} is not null or ${tickets.fromAddress} <> ''`,
    },
    {
      ...{ field: 'category', label: { en: en.category, 'zh-CN': zhCN.category }, weight: 1 },
      filled: sql`${tickets.categoryId} is not null`,
    },
    {
      field: 'owner',
      label: { en: recordsEn.pages.owner, 'zh-CN': recordsZh.pages.owner },
      weight: 2,
      filled: sql`${tickets.ownerId} is not null`,
      applies: undone,
    },
  ],
  rules: [
    {
      rule: 'order',
      label: { en: en.quality.order, 'zh-CN': zhCN.quality.order },
      applies: sql`${tickets.solvedAt} is not null and ${tickets.firstResponseAt} is not null`,
      holds: sql`not (${datesCrossed})`,
    },
    {
      rule: 'answered',
      label: { en: en.quality.answered, 'zh-CN': zhCN.quality.answered },
      applies: sql`not (${undone})`,
      holds: sql`${tickets.firstResponseAt} is not null`,
    },
  ],
  timely: sql`(not (${undone}) or ${tickets.updatedAt} > now() - make_interval(days => ${days}))`,
  days,
  // A ticket that is there twice is merged by who reads both.
  duplicates: async () => null,
  duplicatesHref: ticketKind.href,
}
