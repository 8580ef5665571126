import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import type { Markup } from '../../../views/markup.ts'
import { approvalText } from './messages.ts'
import { countWaiting } from './reading.ts'

/** The start page's card: how many approvals wait for me. */
export async function approvalCard(scope: Scope, registry: Registry): Promise<Markup | undefined> {
  const count = await countWaiting(scope, registry)
  if (count === 0) return undefined
  const t = approvalText(scope.locale)
  return (
    <Card title={t.title} testId="approval-card">
      <p>
        <a href="/sales/approvals">{t.card(count)}</a>
      </p>
    </Card>
  )
}
