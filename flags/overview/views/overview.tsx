import { formatNumber } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { Stats } from '../../../views/stat.tsx'
import { gatesText } from '../../gates/messages.ts'
import { CriteriaList } from '../../gates/views/criteria-list.tsx'
import { tones } from '../../gates/views/room.tsx'
import { sayScore } from '../../gates/wording.ts'
import { StageBar } from '../../plan/views/stage-bar.tsx'
import { overviewText } from '../messages.ts'
import type { Overview } from '../reading.ts'
import { blockerHref, figuresOf, sayBlocker, sayRisk } from '../wording.ts'

type Props = {
  scope: Scope
  overview: Overview | undefined
  mayBegin: boolean
  /** The sponsor’s own last look; undefined for everybody else. */
  looked: { on: string | null } | undefined
}

/** So many sentences are read; the rest are behind the gate. */
const mostBlockers = 8

/** The whole rollout on one screen, for whoever stands for it. */
export const OverviewPage = ({ scope, overview, mayBegin, looked }: Props) => {
  const t = overviewText(scope.locale)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        actions={
          overview && (
            <>
              {looked && (
                <form method="post" action="/rollout/overview/seen">
                  <Button icon="check">{t.seen}</Button>
                </form>
              )}
              <LinkButton href="/rollout/overview.pdf" icon="printer">
                {t.print}
              </LinkButton>
            </>
          )
        }
      />
      <PageBody wide>
        {overview ? (
          <>
            {looked?.on && <p class="hint">{t.seenOn(printDate(looked.on, scope.locale))}</p>}
            <Standing scope={scope} overview={overview} />
          </>
        ) : (
          <Empty
            icon="route"
            title={t.noPlan}
            text={t.noPlanText}
            action={mayBegin && <LinkButton href="/rollout/plan">{t.toPlan}</LinkButton>}
          />
        )}
      </PageBody>
    </>
  )
}

const Standing = ({ scope, overview }: { scope: Scope; overview: Overview }) => {
  const { locale } = scope
  const t = overviewText(locale)
  return (
    <div class="stack">
      <StageBar locale={locale} stages={overview.standing.stages} />
      <Stats stats={figuresOf(scope, overview)} />
      <p class="hint">{t.healthWhy}</p>
      <Blockers scope={scope} overview={overview} />
      <TopRisks scope={scope} overview={overview} />
      <NextGate scope={scope} overview={overview} />
    </div>
  )
}

const Blockers = ({ scope, overview }: { scope: Scope; overview: Overview }) => {
  const { locale } = scope
  const t = overviewText(locale)
  const { blockers } = overview
  return (
    <Card title={t.blocked} testId="blockers">
      {blockers.length === 0 ? (
        <p>{t.free}</p>
      ) : (
        <ul class="sentences">
          {blockers.slice(0, mostBlockers).map((blocker) => (
            <li>
              <a href={blockerHref(blocker)}>{sayBlocker(locale, blocker)}</a>
            </li>
          ))}
        </ul>
      )}
      {blockers.length > mostBlockers && (
        <p class="hint">{t.more(formatNumber(locale, blockers.length - mostBlockers))}</p>
      )}
    </Card>
  )
}

const TopRisks = ({ scope, overview }: { scope: Scope; overview: Overview }) => {
  const { locale } = scope
  const t = overviewText(locale)
  return (
    <Card title={t.risks} testId="top-risks">
      {overview.risks.length === 0 ? (
        <p>
          <a href="/rollout/risks">{t.noRisks}</a>
        </p>
      ) : (
        <ul class="sentences">
          {overview.risks.map((risk) => (
            <li>
              <a href="/rollout/risks">{sayRisk(locale, risk)}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const NextGate = ({ scope, overview }: { scope: Scope; overview: Overview }) => {
  const { locale, company } = scope
  const t = overviewText(locale)
  const words = gatesText(locale)
  const { evaluation, standing } = overview
  const { gate } = standing
  if (!gate || !evaluation) return <p>{t.lastGate}</p>
  const { suggestion } = evaluation
  return (
    <>
      <Card
        title={t.nextGate(words.gate(gate.code, words.names[gate.family]))}
        actions={<a href={`/rollout/gates/${gate.code}`}>{t.toGate}</a>}
        testId="next-gate"
      >
        <p class="verdict">
          <Pill text={words.outcomes[suggestion]} tone={tones[suggestion]} />
          <strong>{sayScore(locale, evaluation)}</strong>
        </p>
        <p>{words.meanings[suggestion]}</p>
      </Card>
      <CriteriaList
        locale={locale}
        timeZone={company.timeZone}
        gate={gate}
        judged={evaluation.judged}
        mayManage={false}
      />
    </>
  )
}
