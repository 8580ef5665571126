import type { Permission } from '../../../core/module.ts'
import { approvalPermissions } from '../approval/rights.ts'
import { contractPermissions } from '../contracts/permissions.ts'
import { productPermissions } from '../products/permissions.ts'
import { quotePermissions } from '../quotes/permissions.ts'

/** What roles may do with what is sold and with the papers of selling it. */
export const paperPermissions: readonly Permission<'sales'>[] = [
  ...productPermissions,
  ...quotePermissions,
  ...contractPermissions,
  ...approvalPermissions,
]
