/**
 * What other modules may use of this one: tables to read and refer to, names of events, what makes a
 * record of theirs one that is followed up and has customers, and the verbs that add customers.
 */

export { type AccountValues, accountFields } from './accounts/account-fields.ts'
export { accountMeant } from './accounts/account-picking.ts'
export { createAccount } from './accounts/accounts.ts'
export { logActivities } from './activities/activities.ts'
export { findByFollowUps } from './activities/finding.ts'
export { type ActivityKind, activityKinds, parseActivityKind } from './activities/kinds.ts'
export { putActivitiesBack } from './activities/putting-back.ts'
export { followUpDeed } from './activities/row-deed.ts'
export { activities } from './activities/schema.ts'
export { accountArms, personArms } from './duplicates/alike.ts'
export { duplicatesText } from './duplicates/messages.ts'
export { type Arm, findSimilar, type Similar } from './duplicates/similar.ts'
export { SimilarAmong, type SimilarGroup, SimilarWatch } from './duplicates/views/similar.tsx'
export { accountKind, personKind } from './kinds.ts'
export { createPeople, type NewPerson } from './people/creating-many.ts'
export { linkAccount } from './people/linking.ts'
export { createPerson } from './people/people.ts'
export { type PersonValues, personFields } from './people/person-fields.ts'
export { recordMeant } from './relations/meant.ts'
export { accounts, people, personAccounts } from './schema.ts'
export { readSides } from './sides.ts'
export { tasks } from './tasks/schema.ts'
export { planTask } from './tasks/tasks.ts'
export { accountColumn, ownerColumn } from './transfers/columns.ts'
export { readEmployers } from './transfers/employers.ts'
export { putPeopleBack } from './transfers/putting-back.ts'
export { NameOptions } from './views/account-picker.tsx'
export { FollowedRecord } from './views/followed-record.tsx'

/** Past-tense events told here; each carries the record's id. */
export type ContactsEvent =
  `contacts.${'account' | 'person'}.${'created' | 'changed' | 'archived' | 'restored' | 'assigned' | 'linked' | 'unlinked' | 'shared' | 'unshared' | 'merged' | 'unmerged'}`

/** `imported`: by a file, so that a listener may do less for many at once. */
export type ContactsPayload = { id: string; imported?: true }

/** Of a merge, and of its undoing: `from` is the record that went away, or came back. */
export type MergedPayload = ContactsPayload & { from: string; merge: string }
