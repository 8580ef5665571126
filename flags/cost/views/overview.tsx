import type { Scope } from '../../../core/scope.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { costText } from '../messages.ts'
import type { Costs } from '../reading.ts'
import type { Reckoned } from '../reckoning.ts'
import { CategoryTable } from './category-table.tsx'
import { EnvelopeCard } from './envelope-card.tsx'
import { HeadcountCard } from './headcount-card.tsx'
import { LinesCard } from './lines-card.tsx'
import { MonthCard } from './month-card.tsx'
import { CostStats } from './stats.tsx'
import { costTabs } from './tabs.tsx'

export type OverviewProps = {
  scope: Scope
  costs: Costs
  reckoned: Reckoned
  mayManage: boolean
  mayApprove: boolean
  approvedBy: string | undefined
  /** The approval as it was sent, when something was wrong with it. */
  approval?: { amount: string; error: string }
}

/** What the rollout costs: planned, spent, and what it will have cost in the end. */
export const CostPage = (page: OverviewProps) => {
  const { scope, costs, mayManage } = page
  const { locale } = scope
  const t = costText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={costTabs(locale, 'plan')}
        actions={
          mayManage && (
            <>
              <PlanButton label={t.settings} id={costs.plan.id} />
              <LinkButton kind="primary" href="/rollout/cost/lines/new" icon="plus">
                {t.lines.add}
              </LinkButton>
            </>
          )
        }
      />
      <PageBody wide>
        {costs.lines.length === 0 ? (
          <Empty icon="cash" title={t.empty} text={t.emptyText} />
        ) : (
          <Filled {...page} />
        )}
        <HeadcountCard scope={scope} headcounts={costs.headcounts} mayManage={mayManage} />
      </PageBody>
    </>
  )
}

/** The basis is written down with the first cost, or when somebody wants to change it. */
const PlanButton = ({ label, id }: { label: string; id: string | null }) =>
  id ? (
    <LinkButton href={`/rollout/cost/plan/${id}/edit`} icon="settings">
      {label}
    </LinkButton>
  ) : (
    <form method="post" action="/rollout/cost/plan">
      <Button icon="settings">{label}</Button>
    </form>
  )

const Filled = (page: OverviewProps) => {
  const { scope, costs, reckoned, mayManage } = page
  const { locale } = scope
  const t = costText(locale)
  return (
    <>
      <CostStats scope={scope} costs={costs} reckoned={reckoned} />
      {!reckoned.hasExit && <p class="remark">{t.noExit}</p>}
      <EnvelopeCard {...page} />
      <Card title={t.byCategory} testId="cost-categories">
        <section class="sideways" tabindex={0} aria-label={t.byCategory}>
          <CategoryTable scope={scope} plan={costs.plan} reckoned={reckoned} />
        </section>
      </Card>
      <MonthCard scope={scope} plan={costs.plan} reckoned={reckoned} />
      <LinesCard scope={scope} costs={costs} mayManage={mayManage} />
      <Card title={t.howTitle} testId="cost-how">
        <ul class="formulas" id="how">
          {t.how.split('\n').map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}
