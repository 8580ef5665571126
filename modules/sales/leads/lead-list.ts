import { sql } from 'drizzle-orm'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { leadKind } from './kind.ts'
import { leadStorage } from './lead-record.ts'
import type { Status } from './statuses.ts'
import { leadColumnsFor, usualLeadColumns } from './views/lead-columns.ts'

export type LeadRow = ListRow & {
  person: string
  title: string
  mobile: string
  phone: string
  email: string
  industry: string
  region: string
  source: string
  status: Status
  converted: boolean
}

/** The list of leads; what tells one from another is no field to give many the same. */
export const leadList: RecordList<LeadRow, 'sales'> = {
  kind: leadKind,
  title: { en: 'Leads', 'zh-CN': '线索' },
  select: () => sql`leads.person, leads.title, leads.mobile, leads.phone, leads.email,
    leads.industry, leads.region, leads.source, leads.status,
    leads.converted_at is not null as converted`,
  columns: leadColumnsFor,
  usual: usualLeadColumns,
  bulk: bulkOf(leadStorage, ['name', 'person', 'mobile', 'phone', 'email', 'wechat', 'website']),
}
