import { sql } from 'drizzle-orm'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import { accounts } from '../../contacts/public.ts'
import { stages } from '../pipelines/schema.ts'
import { viewAccounts } from '../rights.ts'
import { dealStorage } from './deal-record.ts'

import { dealKind } from './kind.ts'
import { nextStepOn } from './standing.ts'
import { dealColumnsFor, usualDealColumns } from './views/deal-columns.ts'
import { waysToLook } from './views/ways.ts'

export type DealRow = ListRow & {
  stage: string
  outcome: 'open' | 'won' | 'lost'
  account: { id: string; name: string } | null
  amountMinor: number | string | null
  amountCurrency: string | null
  startedOn: string | null
  closesOn: string | null
  closedOn: string | null
  nextOn: string | null
  source: string
  reference: string
  seller: string
}

/** The list of deals; what tells one from another is no field to give many the same. */
export const dealList: RecordList<DealRow, 'sales'> = {
  kind: dealKind,
  title: { en: 'Deals', 'zh-CN': '商机' },
  select: (scope) => sql`deals.outcome, deals.amount_minor as "amountMinor",
    deals.amount_currency as "amountCurrency", deals.started_on::text as "startedOn",
    deals.closes_on::text as "closesOn", deals.closed_on::text as "closedOn", deals.source,
    deals.reference, deals.seller, ${nextStepOn(sql`deals`)}::text as "nextOn",
    (select s.name from ${stages} s
      where s.company_id = deals.company_id and s.id = deals.stage_id) as stage,
    ${seenName(scope, accounts, viewAccounts, sql`deals.account_id`)} as account`,
  columns: dealColumnsFor,
  usual: usualDealColumns,
  bulk: bulkOf(dealStorage, ['name', 'reference']),
  looks: (locale) => waysToLook(locale, 'list'),
}
