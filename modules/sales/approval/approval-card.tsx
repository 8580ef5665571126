import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Card } from '../../../views/card.tsx'
import type { Markup } from '../../../views/markup.ts'
import { PanelItem } from '../../../views/panel.tsx'
import { approvalText } from './messages.ts'
import { readApprovalList } from './reading.ts'

const most = 5

/** The start page's card: what waits for me to approve it, the newest first, and how many there are. */
export async function approvalCard(scope: Scope, registry: Registry): Promise<Markup | undefined> {
  const { page, total } = await readApprovalList(scope, registry, 'mine', undefined, most)
  if (total === 0) return undefined
  const t = approvalText(scope.locale)
  return (
    <Card
      title={t.title}
      actions={<a href="/sales/approvals">{t.card(total)}</a>}
      testId="approval-card"
    >
      {page.rows.map(({ id, title, amountMinor: minor, currency }) => (
        <PanelItem
          href={`/sales/approvals/${id}`}
          title={title}
          aside={<small>{printMoney({ minor, currency }, scope.locale)}</small>}
        />
      ))}
    </Card>
  )
}
