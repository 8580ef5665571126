/** What other modules may use of this one: tables to read and refer to, and names of events. */
export { activities } from './activities/schema.ts'
export { accounts, people, personAccounts } from './schema.ts'
export { tasks } from './tasks/schema.ts'

/** Past-tense events told here; each carries the record's id. */
export type ContactsEvent =
  `contacts.${'account' | 'person'}.${'created' | 'changed' | 'archived' | 'restored' | 'assigned' | 'linked' | 'unlinked' | 'shared' | 'unshared' | 'merged' | 'unmerged'}`

/** `imported`: by a file, so that a listener may do less for many at once. */
export type ContactsPayload = { id: string; imported?: true }

/** Of a merge, and of its undoing: `from` is the record that went away, or came back. */
export type MergedPayload = ContactsPayload & { from: string; merge: string }
