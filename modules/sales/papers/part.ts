import type { Job, Panel } from '../../../core/module.ts'
import { approvalCard } from '../approval/approval-card.tsx'
import { contractKind } from '../contracts/kind.ts'
import { contractPanel } from '../contracts/panel.tsx'
import { remindOfEnds } from '../contracts/reminding.ts'
import { productKind } from '../products/kind.ts'
import { purchasePanel } from '../purchases/panel.tsx'
import { quoteKind } from '../quotes/kind.ts'
import { quotePanel } from '../quotes/panel.tsx'
import { tellOverdue } from '../receivables/reminding.ts'

/** What the manifest says of papers beside their tables, search and navigation. */

export const approvalsCard = {
  ...{ key: 'sales.approvals', permission: productKind.view, render: approvalCard },
} as const

export const paperPanels: readonly Panel<'sales', 'contacts'>[] = [
  { slot: 'contacts.account', permission: contractKind.view, ...contractPanel },
  { slot: 'contacts.account', permission: contractKind.view, ...purchasePanel },
  { slot: 'contacts.account', permission: quoteKind.view, ...quotePanel('account') },
  { slot: 'contacts.person', permission: quoteKind.view, ...quotePanel('person') },
]

export const paperJobs: readonly Job<'sales'>[] = [
  { name: 'sales.tell-overdue', cron: '37 * * * *', run: tellOverdue },
  { name: 'sales.remind-of-ends', cron: '42 * * * *', run: remindOfEnds },
]
