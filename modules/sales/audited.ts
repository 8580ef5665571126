import type { Audited } from '../../core/module.ts'
import { auditedDeals } from './deals/audited.ts'
import { auditedPipelines } from './pipelines/audited.ts'
import { auditedTargets } from './targets/audited.ts'

/** What this module's records are called where the audit trail is read. */
export const audited: readonly Audited<'sales'>[] = [
  auditedDeals,
  ...auditedPipelines,
  auditedTargets,
]
