import type { Audited } from '../../core/module.ts'
import { auditedArticles } from './articles/audited.ts'
import { auditedRules } from './assigning/audited.ts'
import { auditedComplaints } from './complaints/audited.ts'
import { auditedDataRequests } from './data-requests/audited.ts'
import { auditedHours } from './hours/audited.ts'
import { auditedMacros } from './macros/audited.ts'
import { auditedChannels } from './mailboxes/channels-audited.ts'
import { auditedPolicies } from './policies/audited.ts'
import { auditedPortals } from './portal/audited.ts'
import { auditedRatingRules } from './ratings/audited.ts'
import { auditedReports } from './reports/declared.ts'
import { auditedStates } from './states/audited.ts'
import { auditedTickets } from './tickets/audited.ts'
import { auditedInstalled } from './warranties/audited.ts'

/** What this module's records are called where the audit trail is read. */
export const audited: readonly Audited<'service'>[] = [
  auditedTickets,
  ...auditedStates,
  ...auditedChannels,
  auditedArticles,
  auditedPortals,
  auditedPolicies,
  auditedHours,
  auditedMacros,
  auditedComplaints,
  auditedDataRequests,
  auditedInstalled,
  auditedRules,
  auditedRatingRules,
  auditedReports,
]
