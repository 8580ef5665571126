import { sql } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import { countRows, readExportPage, type Written } from '../../core/transfer/book/exporting.ts'
import { originColumns } from '../../core/transfer/book/origin.ts'
import { departmentColumn } from '../../core/transfer/book/place.ts'
import type { Transfer } from '../../core/transfer/transfer.ts'
import { accountFields } from './accounts/account-fields.ts'
import {
  accountFrom,
  type Stored as StoredAccount,
  storedAccount,
} from './accounts/account-storage.ts'
import { accountKind, personKind } from './kinds.ts'
import { personFields } from './people/person-fields.ts'
import { personFrom, type Stored as StoredPerson, storedPerson } from './people/person-record.ts'
import { accounts } from './schema.ts'
import type { AccountRow } from './transfers/account-book.ts'
import { rehearseAccounts, writeAccounts } from './transfers/accounts.ts'
import { accountColumn, ownerColumn, parentColumn, roleColumn } from './transfers/columns.ts'
import { foreignAccounts, foreignPeople } from './transfers/foreign.ts'
import { rehearsePeople, writePeople } from './transfers/people.ts'
import type { PersonRow } from './transfers/person-book.ts'
import { putAccountsBack, putPeopleBack } from './transfers/putting-back.ts'

type Named = { id: string; owner: string | null; department: string | null } & Written

const originOf = ({ createdAt, createdBy, updatedAt }: Written) => ({
  createdAt,
  createdBy,
  updatedAt,
})

const accountTransfer: Transfer<'contacts'> = {
  kind: 'accounts',
  object: accountKind.object,
  title: { en: 'Accounts', 'zh-CN': '客户' },
  importPermission: 'contacts.accounts.import',
  exportPermission: 'contacts.accounts.export',
  keys: { en: 'Credit code, else name', 'zh-CN': '统一社会信用代码，没有则按客户名称' },
  keyChoices: [
    { key: 'creditCode', label: { en: 'Credit code', 'zh-CN': '统一社会信用代码' } },
    { key: 'name', label: { en: 'Name', 'zh-CN': '客户名称' } },
  ],
  columns: [...accountFields, parentColumn, ownerColumn, departmentColumn, ...originColumns],
  write: (scope, registry, rows, order) =>
    writeAccounts(scope, registry, rows as AccountRow[], order),
  rehearse: rehearseAccounts,
  foreign: foreignAccounts,
  putBack: putAccountsBack,
  count: (scope, filters) => countRows(scope, accountKind, 'contacts.accounts.export', filters),
  read: async (scope, filters, ...page) => {
    const columns = sql`${storedAccount}, (select p.name from (select accounts.* from ${accounts}
      where accounts.company_id = ${scope.company.id}
        and ${within(scope, accountKind.view, accounts)}) p where p.id = accounts.parent_id) as parent`
    const rows = await readExportPage<StoredAccount & Named & { parent: string | null }>(
      scope,
      accountKind,
      'contacts.accounts.export',
      columns,
      filters,
      ...page,
    )
    return rows.map((row) => {
      const { id, owner, department, parent } = row
      return { id, ...accountFrom(row), parent, owner, department, ...originOf(row) }
    })
  },
  listHref: '/contacts/accounts',
}

const personTransfer: Transfer<'contacts'> = {
  kind: 'contacts',
  object: personKind.object,
  title: { en: 'Contacts', 'zh-CN': '联系人' },
  importPermission: 'contacts.people.import',
  exportPermission: 'contacts.people.export',
  keys: { en: 'E-mail, else phone', 'zh-CN': '邮箱，没有则按电话' },
  keyChoices: [
    { key: 'email', label: { en: 'E-mail', 'zh-CN': '邮箱' } },
    { key: 'phone', label: { en: 'Phone', 'zh-CN': '电话' } },
    { key: 'name', label: { en: 'Name and account', 'zh-CN': '姓名与所属客户' } },
  ],
  columns: [
    ...personFields,
    ...[accountColumn, roleColumn, ownerColumn, departmentColumn, ...originColumns],
  ],
  write: (scope, registry, rows, order) => writePeople(scope, registry, rows as PersonRow[], order),
  rehearse: rehearsePeople,
  foreign: foreignPeople,
  putBack: putPeopleBack,
  count: (scope, filters) => countRows(scope, personKind, 'contacts.people.export', filters),
  read: async (scope, filters, ...page) => {
    const company = scope.company.id
    const employer = sql`from contacts.person_accounts w
      join ${accounts} on accounts.company_id = ${company} and accounts.id = w.account_id
      where w.company_id = ${company} and w.person_id = people.id and w.primary_since is not null
        and ${within(scope, accountKind.view, accounts)}`
    const columns = sql`${storedPerson}, (select accounts.name ${employer}) as account,
      (select nullif(w.role, '') ${employer}) as role`
    const rows = await readExportPage<
      StoredPerson & Named & { account: string | null; role: string | null }
    >(scope, personKind, 'contacts.people.export', columns, filters, ...page)
    return rows.map((row) => {
      const { id, owner, department, account, role } = row
      return { id, ...personFrom(row), account, role, owner, department, ...originOf(row) }
    })
  },
  listHref: '/contacts/people',
}

/** What goes in and out as files; columns that name other records come last. */
export const transfers: readonly Transfer<'contacts'>[] = [accountTransfer, personTransfer]
