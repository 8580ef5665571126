import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { bulkOf } from '../../../core/bulk/record-bulk.ts'
import type { ListRow, RecordList } from '../../../core/lists/record-list.ts'
import { accountKind, personKind } from '../kinds.ts'
import { accounts } from '../schema.ts'
import { personColumnsFor, usualPersonColumns } from '../views/person-columns.ts'
import { personStorage } from './person-record.ts'

export type PersonRow = ListRow & {
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
}

/** The list of contacts. */
export const personList: RecordList<PersonRow, 'contacts'> = {
  kind: personKind,
  title: { en: 'Contacts', 'zh-CN': '联系人' },
  select: (scope) => sql`title, people.mobile, people.phone, people.email, wechat, people.region,
    people.source, people.lawful_basis as "lawfulBasis", people.noticed_on::text as "noticedOn",
    people.retain_until::text as "retainUntil",
    (select accounts.name from contacts.person_accounts w
      join ${accounts} on accounts.company_id = ${scope.company.id} and accounts.id = w.account_id
      where w.company_id = ${scope.company.id} and w.person_id = people.id
        and w.primary_since is not null
        and ${within(scope, accountKind.view, accounts)}) as account`,
  columns: personColumnsFor,
  usual: usualPersonColumns,
  bulk: bulkOf(personStorage, ['name']),
}
