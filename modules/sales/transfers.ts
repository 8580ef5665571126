import { sql } from 'drizzle-orm'
import { seenName } from '../../core/records/seen-name.ts'
import { countRows, readExportPage, type Written } from '../../core/transfer/book/exporting.ts'
import type { Outgoing, Transfer } from '../../core/transfer/transfer.ts'
import { accounts } from '../contacts/public.ts'
import { dealLines } from './deal-products/schema.ts'
import { dealFrom, type Stored, storedDeal } from './deals/deal-record.ts'
import { dealKind } from './deals/kind.ts'
import { leadTransfer } from './leads/lead-transfer.ts'
import { lossReasons, pipelines, stages } from './pipelines/schema.ts'
import { productTransfer } from './products/transfer.ts'
import { viewAccounts } from './rights.ts'
import { contractTransfer } from './transfers/contracts.ts'
import { type DealRow, dealColumns } from './transfers/deal-columns.ts'
import { putDealsBack } from './transfers/deal-undo.ts'
import { writeDeals } from './transfers/deals.ts'
import { followUpTransfer } from './transfers/follow-ups.ts'
import { soldApart, times } from './transfers/product-words.ts'
import { quoteExport } from './transfers/quotes.ts'
import { receiptTransfer } from './transfers/receipts.ts'

type Exported = Stored &
  Written & {
    id: string
    account: { name: string } | null
    pipeline: string
    stage: string
    closedOn: string | null
    lossReason: string | null
    product: string | null
    owner: string | null
    department: string | null
  }

const named = (of: typeof pipelines | typeof stages | typeof lossReasons, id: string) => sql`
  (select n.name from ${of} n where n.company_id = deals.company_id
    and n.id = deals.${sql.identifier(id)})`

const dealTransfer: Transfer<'sales'> = {
  kind: 'deals',
  object: dealKind.object,
  title: { en: 'Deals', 'zh-CN': '商机' },
  importPermission: dealKind.files.import,
  exportPermission: dealKind.files.export,
  keys: { en: 'Reference, else name with account', 'zh-CN': '商机编号，没有则按名称与客户' },
  columns: dealColumns,
  write: (scope, registry, rows, order) => writeDeals(scope, registry, rows as DealRow[], order),
  putBack: putDealsBack,
  count: (scope, filters) => countRows(scope, dealKind, dealKind.files.export, filters),
  read: async (scope, filters, ...page) => {
    const columns = sql`${storedDeal},
      ${seenName(scope, accounts, viewAccounts, sql`deals.account_id`)} as account,
      ${named(pipelines, 'pipeline_id')} as pipeline, ${named(stages, 'stage_id')} as stage,
      deals.closed_on::text as "closedOn", ${named(lossReasons, 'loss_reason_id')} as "lossReason",
      (select string_agg(l.name || case when l.quantity <> 1 then ${times} || trim_scale(l.quantity)
        else '' end, ${soldApart} order by l.position) from ${dealLines} l
        where l.company_id = deals.company_id and l.deal_id = deals.id) as product`
    const rows = await readExportPage<Exported>(
      scope,
      dealKind,
      dealKind.files.export,
      columns,
      filters,
      ...page,
    )
    return rows.map(({ account, ...row }) => ({
      ...{ id: row.id, ...dealFrom(row), account: account?.name ?? null },
      ...{ pipeline: row.pipeline, stage: row.stage, closedOn: row.closedOn },
      product: row.product,
      ...{ lossReason: row.lossReason, owner: row.owner, department: row.department },
      ...{ createdAt: row.createdAt, createdBy: row.createdBy, updatedAt: row.updatedAt },
    }))
  },
  listHref: dealKind.href,
}

/** What goes in and out as files. */
export const transfers: readonly Transfer<'sales'>[] = [
  leadTransfer,
  dealTransfer,
  productTransfer,
  contractTransfer,
  receiptTransfer,
  followUpTransfer,
]

/** What goes out and does not come in: a quote is more than a row (decision 0046). */
export const exports: readonly Outgoing<'sales'>[] = [quoteExport]
