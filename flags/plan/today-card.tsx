import type { Scope } from '../../core/scope.ts'
import { Card } from '../../views/card.tsx'
import type { Markup } from '../../views/markup.ts'
import { readItemOutlook } from './dependencies.ts'
import { planText } from './messages.ts'
import { WorkList } from './views/work-list.tsx'
import { readOwnWork } from './work-items.ts'

/** The start page's card of those who have work in the stages that have begun: the next of it. */
export async function ownWorkCard(scope: Scope): Promise<Markup | undefined> {
  const work = await readOwnWork(scope, 5)
  if (work.length === 0) return undefined
  const t = planText(scope.locale)
  return (
    <Card
      title={t.mine}
      actions={<a href="/rollout/plan/mine">{t.mineAll}</a>}
      flush
      testId="own-work-card"
    >
      <WorkList
        locale={scope.locale}
        work={work}
        outlook={await readItemOutlook(scope)}
        back="/"
        mayMark
      />
    </Card>
  )
}
