import type { Seed } from '../../core/module.ts'
import { seedAccounts } from './seeds/accounts.ts'
import { seedActivities } from './seeds/activities.ts'
import { seedPeople } from './seeds/people.ts'

/** What the command line and the benchmark can fill a company with; people work for accounts. */
export const seeds: readonly Seed[] = [
  { key: 'accounts', make: seedAccounts },
  { key: 'contacts', make: seedPeople },
  { key: 'activities', make: seedActivities },
]
