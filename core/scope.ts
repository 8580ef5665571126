import type { Person } from './access/person.ts'
import type { Database } from './db/database.ts'
import type { Locale } from './i18n/locale.ts'
import type { OwnFields } from './own-fields/company-fields.ts'
import type { Switchboard } from './switchboard.ts'

export type Company = {
  id: string
  name: string
  locale: Locale
  timeZone: string
  currency: string
}

/**
 * Who asks, for which company, in which language, at what time, inside which transaction: the
 * first argument of every verb and every query. There is no other way to reach the data.
 */
export type Scope = {
  company: Company
  user: Person
  /** The person to name in audit and events; null when the operator or a job acts. */
  actorId: string | null
  locale: Locale
  db: Database
  /** Is this module on for this person, and may they write? */
  modules: Switchboard
  /** The fields that the company gave kinds of records itself. */
  own: OwnFields
  now: () => Date
  requestId: string
  address: string | null
}

/** As much of a scope as reading what belongs to a whole company takes. */
export type InCompany = { db: Database; company: Pick<Company, 'id'> }
