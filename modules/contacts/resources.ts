import type { Resource } from '../../core/api/resource.ts'
import { accountResource } from './resources/accounts.ts'
import { activityResource } from './resources/activities.ts'
import { personResource } from './resources/people.ts'

/** What programs reach of accounts and contacts. */
export const resources: readonly Resource<'contacts'>[] = [
  accountResource,
  personResource,
  activityResource,
]
