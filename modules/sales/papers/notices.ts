import type { NotificationKind } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { printMoney } from '../../../core/values/money.ts'
import { approvalText } from '../approval/messages.ts'
import { contractText } from '../contracts/messages.ts'
import { invoiceText } from '../invoices/messages.ts'
import { receivableText } from '../receivables/messages.ts'

const approvalPlace = (id: string) => `/sales/approvals/${id}`
const notices = ({ locale }: Scope) => approvalText(locale).notices

/** What people are told of papers, beside their own pages. */
export const paperNotices: readonly NotificationKind<'sales'>[] = [
  {
    kind: 'sales.approval-asked',
    icon: 'checklist',
    tell: (scope, { title }) => `${notices(scope).asked} ${String(title)}`,
    href: approvalPlace,
  },
  {
    kind: 'sales.approval-decided',
    icon: 'circle-check',
    tell: (scope, { title, verdict }) => {
      const said = verdict === 'returned' ? notices(scope).returned : notices(scope).approved
      return `${said} ${String(title)}`
    },
    text: ({ comment }) => String(comment ?? ''),
    href: approvalPlace,
  },
  {
    kind: 'sales.overdue',
    icon: 'alert-triangle',
    tell: ({ locale }, { openMinor, currency, dueOn }) =>
      receivableText(locale).notices.overdue(
        printMoney({ minor: Number(openMinor), currency: String(currency) }, locale),
        printDate(String(dueOn), locale),
      ),
  },
  {
    kind: 'sales.contract-ends',
    icon: 'calendar-event',
    tell: ({ locale }, { endsOn }) =>
      contractText(locale).notices.ends(printDate(String(endsOn), locale)),
  },
  {
    kind: 'sales.invoice-answered',
    icon: 'file-invoice',
    tell: ({ locale }, { state }) =>
      invoiceText(locale).notices.answered[state === 'refused' ? 'refused' : 'issued'],
    text: ({ answer }) => String(answer ?? ''),
  },
]
