import { type SQL, sql } from 'drizzle-orm'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Quality } from '../../../core/quality/declared.ts'
import { en as recordEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordZh } from '../../../core/records/messages/zh-CN.ts'
import { leadKind } from './kind.ts'
import { leadFields } from './lead-fields.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { leads } from './schema.ts'

const labelOf = (field: string): PerLocale =>
  leadFields.find((one) => one.field === field)?.label ?? { en: field, 'zh-CN': field }

const said = (field: string, weight: number, column: SQL, valid?: SQL) => ({
  ...{ field, label: labelOf(field), weight, valid },
  ...{ filled: sql`${column} <> ''`, shown: sql`${column}` },
})

const open = sql`${leads.convertedAt} is null`

/** What good data are for leads: above all, that somebody can be reached and somebody calls. */
export const leadQuality: Quality<'sales'> = {
  object: leadKind.object,
  title: { en: en.list.title, 'zh-CN': zhCN.list.title },
  weight: 0.15,
  table: leads,
  permission: leadKind.view,
  href: leadKind.href,
  fields: [
    said('name', 1, sql`${leads.name}`),
    said('person', 1, sql`${leads.person}`),
    said('source', 1, sql`${leads.source}`),
    {
      field: 'owner',
      label: { en: recordEn.pages.owner, 'zh-CN': recordZh.pages.owner },
      weight: 2,
      filled: sql`${leads.ownerId} is not null`,
      applies: open,
    },
  ],
  rules: [
    {
      rule: 'reach',
      label: { en: en.quality.reach, 'zh-CN': zhCN.quality.reach },
      applies: open,
      holds: sql`coalesce(nullif(${leads.mobile}, ''), nullif(${leads.phone}, ''), nullif(${leads.email}, '')) is not null`,
    },
  ],
  timely: sql`${leads.convertedAt} is not null or ${leads.updatedAt} > now() - make_interval(days => 30)`,
  days: 30,
  // Leads that are alike are asked about while they are written down.
  duplicates: async () => null,
  duplicatesHref: leadKind.href,
}
