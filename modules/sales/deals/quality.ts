import { sql } from 'drizzle-orm'
import type { Quality } from '../../../core/quality/declared.ts'
import { en as recordsEn } from '../../../core/records/messages/en.ts'
import { zhCN as recordsZh } from '../../../core/records/messages/zh-CN.ts'
import { en as productsEn } from '../deal-products/messages/en.ts'
import { zhCN as productsZh } from '../deal-products/messages/zh-CN.ts'
import { dealLines } from '../deal-products/schema.ts'
import { dealFields } from './deal-fields.ts'
import { dealKind } from './kind.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { deals } from './schema.ts'
import { lacksNextStep } from './standing.ts'

const labelOf = (field: string) =>
  dealFields.find((one) => one.field === field)?.label ?? { en: field, 'zh-CN': field }

const days = 60

/** What good data are for deals. */
export const dealQuality: Quality<'sales'> = {
  object: dealKind.object,
  title: { en: en.list.title, 'zh-CN': zhCN.list.title },
  weight: 0.35,
  table: deals,
  permission: dealKind.view,
  href: dealKind.href,
  fields: [
    { ...filled('name', 1), filled: sql`${deals.name} <> ''`, shown: sql`${deals.name}` },
    {
      ...filled('amount', 2),
      filled: sql`${deals.amountMinor} is not null`,
      shown: sql`${deals.amountMinor}::text`,
    },
    {
      ...filled('closesOn', 2),
      filled: sql`${deals.closesOn} is not null or ${deals.outcome} <> 'open'`,
      shown: sql`${deals.closesOn}::text`,
    },
    {
      ...{ field: 'account', label: { en: en.account, 'zh-CN': zhCN.account }, weight: 2 },
      filled: sql`${deals.accountId} is not null`,
    },
    {
      field: 'owner',
      label: { en: recordsEn.pages.owner, 'zh-CN': recordsZh.pages.owner },
      weight: 2,
      filled: sql`${deals.ownerId} is not null`,
      shown: sql`(select u.name from core.users u where u.company_id = ${deals.companyId}
        and u.id = ${deals.ownerId})`,
    },
  ],
  rules: [
    {
      rule: 'next',
      label: { en: en.quality.next, 'zh-CN': zhCN.quality.next },
      applies: sql`${deals.outcome} = 'open'`,
      holds: sql`not ${lacksNextStep(sql`${deals}`)}`,
    },
    {
      rule: 'reason',
      label: { en: en.quality.reason, 'zh-CN': zhCN.quality.reason },
      applies: sql`${deals.outcome} = 'lost'`,
      holds: sql`${deals.lossReasonId} is not null`,
    },
    {
      rule: 'products',
      label: { en: productsEn.quality, 'zh-CN': productsZh.quality },
      applies: sql`exists (select from ${dealLines} l
        where l.company_id = ${deals.companyId} and l.deal_id = ${deals.id})`,
      holds: sql`not exists (select from ${dealLines} l where l.company_id = ${deals.companyId}
        and l.deal_id = ${deals.id} and l.product_id is null)`,
    },
    {
      rule: 'order',
      label: { en: en.quality.order, 'zh-CN': zhCN.quality.order },
      applies: sql`${deals.startedOn} is not null and ${deals.closedOn} is not null`,
      holds: sql`${deals.startedOn} <= ${deals.closedOn}`,
    },
  ],
  timely: sql`(${deals.outcome} <> 'open' or ${deals.updatedAt} > now() - make_interval(days => ${days}))`,
  days,
  duplicates: async ({ db, company }) => {
    const [row] = await db.execute<{ twice: number }>(sql`
      select coalesce(sum(deals - 1), 0)::int as twice from (
        select count(*) as deals from ${deals} where company_id = ${company.id}
          and archived_at is null and outcome = 'open' and account_id is not null
        group by account_id, name_key, amount_minor having count(*) > 1) same`)
    return row?.twice ?? 0
  },
  duplicatesHref: dealKind.href,
}

function filled(field: 'name' | 'amount' | 'closesOn', weight: number) {
  return { field, label: labelOf(field), weight }
}
