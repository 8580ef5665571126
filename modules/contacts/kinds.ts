import { accounts, people } from './schema.ts'

/** The two kinds of records here, as everything that treats both alike sees them. */
export const accountKind = {
  /** As audit, timeline, tags and events call it. */
  object: 'contacts.account',
  tally: 'account',
  list: 'accounts',
  table: accounts,
  href: '/contacts/accounts',
  view: 'contacts.accounts.view',
  edit: 'contacts.accounts.edit',
  assign: 'contacts.accounts.assign',
} as const

export const personKind = {
  object: 'contacts.person',
  tally: 'person',
  list: 'people',
  table: people,
  href: '/contacts/people',
  view: 'contacts.people.view',
  edit: 'contacts.people.edit',
  assign: 'contacts.people.assign',
} as const

export type RecordKind = typeof accountKind | typeof personKind
