import { sql } from 'drizzle-orm'
import { within } from '../../core/access/within.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { figureFilters } from '../../core/lists/figure-filters.ts'
import { commonSorts } from '../../core/lists/query.ts'
import type { RecordKind } from '../../core/records/kind.ts'
import { accountFields } from './accounts/account-fields.ts'
import { followUpDeed } from './activities/row-deed.ts'
import { contactsText } from './messages.ts'
import { personFields } from './people/person-fields.ts'
import { personFilters } from './people/person-filters.tsx'
import { accounts, people, tallies } from './schema.ts'

export const accountKind = {
  module: 'contacts',
  object: 'contacts.account',
  list: 'accounts',
  table: accounts,
  href: '/contacts/accounts',
  icon: 'building',
  listIcon: 'building',
  view: 'contacts.accounts.view',
  edit: 'contacts.accounts.edit',
  assign: 'contacts.accounts.assign',
  files: {
    kind: 'accounts',
    import: 'contacts.accounts.import',
    export: 'contacts.accounts.export',
  },
  fields: accountFields,
  sorts: {
    ...commonSorts(accounts),
    industry: { column: accounts.industry },
    region: { column: accounts.region },
  },
  wordFilters: ['region', 'industry', 'level'],
  filters: [
    {
      // The accounts below one that the reader may see.
      name: 'account',
      isId: true,
      condition: (scope, account) => sql`${accounts.parentId} = ${account} and exists (
        select from ${accounts}
        where ${accounts.companyId} = ${scope.company.id} and ${accounts.id} = ${account}
          and ${within(scope, 'contacts.accounts.view', accounts)})`,
      say: (scope) => contactsText(scope.locale).accounts.children,
    },
    ...figureFilters(accounts),
  ],
  finder: sql`contacts.find_accounts`,
  tallies: { table: tallies, object: 'account' },
  rowDeed: followUpDeed,
  text: (locale: Locale) => contactsText(locale).accounts,
} as const satisfies RecordKind<'contacts'>

export const personKind = {
  module: 'contacts',
  object: 'contacts.person',
  list: 'people',
  table: people,
  href: '/contacts/people',
  icon: 'user',
  listIcon: 'users',
  view: 'contacts.people.view',
  edit: 'contacts.people.edit',
  assign: 'contacts.people.assign',
  files: { kind: 'contacts', import: 'contacts.people.import', export: 'contacts.people.export' },
  fields: personFields,
  sorts: commonSorts(people),
  wordFilters: ['region'],
  filters: personFilters,
  finder: sql`contacts.find_people`,
  tallies: { table: tallies, object: 'person' },
  story: { of: 'person' },
  rowDeed: followUpDeed,
  text: (locale: Locale) => contactsText(locale).people,
} as const satisfies RecordKind<'contacts'>

/** One of the two, for what treats both alike. */
export type ContactsKind = typeof accountKind | typeof personKind
