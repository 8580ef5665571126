import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { cutPage, type Page } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { personKind } from '../kinds.ts'
import { type ListFrame, type ListMemory, readFrame } from '../lists/frame.ts'
import { ownOf, pageQuery, pageSize, readRows } from '../lists/query.ts'
import { narrowToPage } from '../lists/search-page.ts'
import type { ListState } from '../lists/state.ts'
import { readTotal, type Total } from '../lists/totals.ts'
import { accounts } from '../schema.ts'

export type PersonRow = {
  id: string
  sortedBy: string
  name: string
  title: string
  mobile: string
  phone: string
  email: string
  wechat: string
  region: string
  source: string
  lawfulBasis: string
  noticedOn: string | null
  retainUntil: string | null
  /** The name of the account they mainly work for, when the reader may see it. */
  account: string | null
  ownerId: string | null
  departmentId: string | null
  createdAt: Date
  updatedAt: Date
  /** Only where the company has own fields; without long texts. */
  own?: Record<string, unknown>
}

export type PersonList = { page: Page<PersonRow>; total: Total | undefined; frame: ListFrame }

/** One page of contacts, how many there are, and what stands around them. */
export async function readPersonList(
  scope: Scope,
  state: ListState,
  kept?: ListMemory,
): Promise<PersonList> {
  const narrowed = await narrowToPage(scope, personKind, state)
  const { sortedBy, from } = pageQuery(scope, personKind, state, narrowed, pageSize, true)
  const [rows, total, frame] = await Promise.all([
    readRows<PersonRow>(
      scope,
      personKind,
      state,
      sql`
      select people.id, ${sortedBy} as "sortedBy", people.name, title, people.mobile, people.phone,
        people.email, wechat, people.region, people.source, people.lawful_basis as "lawfulBasis",
        people.noticed_on::text as "noticedOn", people.retain_until::text as "retainUntil",
        people.owner_id as "ownerId",
        people.department_id as "departmentId", people.created_at as "createdAt",
        people.updated_at as "updatedAt",
        (select accounts.name from contacts.person_accounts w
          join ${accounts} on accounts.company_id = ${scope.company.id} and accounts.id = w.account_id
          where w.company_id = ${scope.company.id} and w.person_id = people.id
            and w.primary_since is not null
            and ${within(scope, 'contacts.accounts.view', accounts)}) as account
        ${ownOf(scope, personKind)}
      from ${from}`,
      true,
    ),
    readTotal(scope, personKind, state, narrowed),
    readFrame(scope, personKind, kept),
  ])
  return { page: cutPage(rows, pageSize, state.cursor), total, frame }
}
