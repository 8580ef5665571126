import type { Audited } from '../../../core/module.ts'
import { auditedMails } from '../incoming/audited.ts'
import { auditedNotices } from '../notices/audited.ts'
import { auditedOutgoing } from '../outgoing/audited.ts'
import { auditedForms } from '../webforms/audited.ts'
import { auditedMailboxes } from './audited.ts'

/** The ways to the desk in the audit trail. */
export const auditedChannels: readonly Audited<'service'>[] = [
  ...[auditedMailboxes, auditedMails, auditedOutgoing, auditedForms, auditedNotices],
]
