import { sql } from 'drizzle-orm'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { accountKind } from '../kinds.ts'
import { accountColumnsFor, usualAccountColumns } from '../views/account-columns.ts'
import { accountStorage } from './account-storage.ts'

export type AccountRow = ListRow & {
  creditCode: string | null
  industry: string
  region: string
  level: string
  source: string
  phone: string
  email: string
  employees: number | null
  stockCode: string
  listedOn: string | null
  foundedYear: number | null
  revenueMinor: number | string | null
  revenueCurrency: string | null
}

/** The list of accounts; what tells one from another is no field to give many the same. */
export const accountList: RecordList<AccountRow, 'contacts'> = {
  kind: accountKind,
  title: { en: 'Accounts', 'zh-CN': '客户' },
  select: () => sql`credit_code as "creditCode", industry, region, level, source, phone, email,
    employees, stock_code as "stockCode", listed_on::text as "listedOn",
    founded_year as "foundedYear", revenue_minor as "revenueMinor",
    revenue_currency as "revenueCurrency"`,
  columns: accountColumnsFor,
  usual: usualAccountColumns,
  bulk: bulkOf(accountStorage, ['name', 'creditCode']),
}
