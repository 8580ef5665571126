import { sql } from 'drizzle-orm'
import { cutPage, type Page } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind } from '../kinds.ts'
import { type ListFrame, type ListMemory, readFrame } from '../lists/frame.ts'
import { ownOf, pageQuery, pageSize, readRows } from '../lists/query.ts'
import { narrowToPage } from '../lists/search-page.ts'
import type { ListState } from '../lists/state.ts'
import { readTotal, type Total } from '../lists/totals.ts'

export type AccountRow = {
  id: string
  sortedBy: string
  name: string
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
  ownerId: string | null
  departmentId: string | null
  createdAt: Date
  updatedAt: Date
  /** Only where the company has own fields; without long texts. */
  own?: Record<string, unknown>
}

export type AccountList = { page: Page<AccountRow>; total: Total | undefined; frame: ListFrame }

/** One page of accounts, how many there are, and what stands around them. */
export async function readAccountList(
  scope: Scope,
  state: ListState,
  kept?: ListMemory,
): Promise<AccountList> {
  const narrowed = await narrowToPage(scope, accountKind, state)
  const { sortedBy, from } = pageQuery(scope, accountKind, state, narrowed, pageSize, true)
  const [rows, total, frame] = await Promise.all([
    readRows<AccountRow>(
      scope,
      accountKind,
      state,
      sql`
      select id, ${sortedBy} as "sortedBy", name, credit_code as "creditCode", industry, region,
        level, source, phone, email, employees, stock_code as "stockCode", listed_on::text as "listedOn",
        founded_year as "foundedYear", revenue_minor as "revenueMinor",
        revenue_currency as "revenueCurrency", owner_id as "ownerId",
        department_id as "departmentId", created_at as "createdAt", updated_at as "updatedAt"
        ${ownOf(scope, accountKind)}
      from ${from}`,
      true,
    ),
    readTotal(scope, accountKind, state, narrowed),
    readFrame(scope, accountKind, kept),
  ])
  return { page: cutPage(rows, pageSize, state.cursor), total, frame }
}
