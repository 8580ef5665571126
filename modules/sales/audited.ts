import type { Audited } from '../../core/module.ts'
import { auditedDeals } from './deals/audited.ts'
import { auditedLeads } from './leads/audited.ts'
import { auditedPapers } from './papers/audited.ts'
import { auditedPipelines } from './pipelines/audited.ts'
import { auditedPools } from './pool/audited.ts'
import { auditedReports } from './reports/audited.ts'
import { auditedTargets } from './targets/audited.ts'

/** What this module's records are called where the audit trail is read. */
export const audited: readonly Audited<'sales'>[] = [
  auditedLeads,
  auditedDeals,
  ...auditedPipelines,
  ...auditedPapers,
  auditedPools,
  auditedTargets,
  auditedReports,
]
