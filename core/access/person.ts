import type { Locale } from '../i18n/locale.ts'
import type { Reach, Role } from '../module.ts'

/** Somebody who may act, with everything that decides what they may do. */
export type Person = {
  id: string
  name: string
  email: string | null
  phone: string | null
  locale: Locale | null
  theme: 'light' | 'dark' | null
  roles: readonly Role[]
  /** The home department, its key, and the keys from the root down to it. */
  departmentId: string | null
  departmentKey: string | null
  departmentKeys: readonly string[]
  /** Ids of the home department and everything below it. */
  treeIds: readonly string[]
  /** How far each permission goes; a missing one goes nowhere. */
  reach: ReadonlyMap<string, Reach>
  /** Ids of further records that each permission extends to: those on which one collaborates. */
  shared: ReadonlyMap<string, readonly string[]>
}

/** Whether a person has a permission at all, however far it goes. */
export const may = (person: Pick<Person, 'reach'>, permission: string): boolean =>
  (person.reach.get(permission) ?? 'none') !== 'none'
