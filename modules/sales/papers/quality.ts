import { sql } from 'drizzle-orm'
import type { Quality } from '../../../core/quality/declared.ts'
import { contractKind } from '../contracts/kind.ts'
import { en } from '../contracts/messages/en.ts'
import { zhCN } from '../contracts/messages/zh-CN.ts'
import { contracts } from '../contracts/schema.ts'
import { instalments } from '../receivables/schema.ts'

const days = 365

/** What a good contract is: it says when it was signed and ends, and its instalments make it up. */
export const contractQuality: Quality<'sales'> = {
  object: contractKind.object,
  title: { en: en.title, 'zh-CN': zhCN.title },
  weight: 0.2,
  table: contracts,
  permission: contractKind.view,
  href: contractKind.href,
  fields: [
    {
      field: 'signedOn',
      label: { en: en.signedOn, 'zh-CN': zhCN.signedOn },
      weight: 2,
      filled: sql`${contracts.signedOn} is not null`,
      applies: sql`${contracts.state} = 'active'`,
    },
    {
      field: 'endsOn',
      label: { en: en.endsOn, 'zh-CN': zhCN.endsOn },
      weight: 1,
      filled: sql`${contracts.endsOn} is not null`,
    },
    {
      field: 'owner',
      label: { en: 'Owner', 'zh-CN': '负责人' },
      weight: 2,
      filled: sql`${contracts.ownerId} is not null`,
    },
  ],
  rules: [
    {
      rule: 'planned',
      label: {
        en: 'The instalments make up the amount',
        'zh-CN': '回款计划合计等于合同金额',
      },
      applies: sql`${contracts.state} = 'active'`,
      holds: sql`(select coalesce(sum(i.amount_minor), 0) from ${instalments} i
        where i.company_id = ${contracts.companyId} and i.contract_id = ${contracts.id}
          and i.voided_at is null) = ${contracts.totalMinor}`,
    },
  ],
  timely: sql`${contracts.updatedAt} > now() - make_interval(days => ${days})`,
  days,
  duplicates: async () => null,
  duplicatesHref: '/sales/contracts',
}
