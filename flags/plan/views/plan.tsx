import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Stats } from '../../../views/stat.tsx'
import { planText } from '../messages.ts'
import type { Programme } from '../programme.ts'
import type { ItemOutlook, Outlook } from '../slip.ts'
import type { StageRow } from '../stage-rows.ts'
import type { StageCode } from '../stages.ts'
import { saySlip } from '../wording.ts'
import type { WorkItem } from '../work-items.ts'
import { PauseCard } from './pause.tsx'
import { StageBar } from './stage-bar.tsx'
import { WorkList } from './work-list.tsx'

type Props = {
  locale: Locale
  programme: Programme
  stages: readonly StageRow[]
  current: StageCode | undefined
  shown: StageCode
  work: readonly WorkItem[]
  outlook: ReadonlyMap<StageCode, Outlook>
  /** Of each piece of work. */
  items: ReadonlyMap<string, ItemOutlook>
  mayManage: boolean
}

/** The plan: how far it is, and the work of one of its stages. */
export const PlanPage = (props: Props) => {
  const { locale, programme, stages, shown, mayManage } = props
  const t = planText(locale)
  const stage = stages.find(({ code }) => code === shown)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          <>
            <LinkButton href="/rollout/plan/pilot" icon="target">
              {t.pilot.title}
            </LinkButton>
            {mayManage && (
              <LinkButton
                href={`/rollout/plan/items/new?stage=${shown}`}
                icon="plus"
                kind="primary"
              >
                {t.add}
              </LinkButton>
            )}
          </>
        }
      />
      <PageBody wide>
        <div class="stack">
          {programme.pausedAt && (
            <p class="remark" role="note">
              {t.pausedBanner}
            </p>
          )}
          <StageBar locale={locale} stages={stages} shown={shown} />
          {stage && <StageCard {...props} stage={stage} />}
          {mayManage && <PauseCard locale={locale} paused={programme.pausedAt !== null} />}
        </div>
      </PageBody>
    </>
  )
}

const StageCard = ({ stage, ...props }: Props & { stage: StageRow }) => {
  const { locale, shown, work, items, mayManage } = props
  const t = planText(locale)
  const look = props.outlook.get(shown)
  const day = (iso: string | null | undefined) => (iso ? printDate(iso, locale) : t.ongoing)
  const slip = look?.slip ?? 0
  const tone = slip > 0 ? ('bad' as const) : slip < 0 ? ('good' as const) : undefined
  return (
    <>
      <Stats
        stats={[
          { label: t.from, value: day(stage.startedOn ?? stage.startPlan) },
          { label: t.until, value: day(stage.endPlan) },
          {
            label: t.forecast,
            value: day(look?.end),
            ...(look?.end ? { note: saySlip(locale, slip), tone } : {}),
          },
          { label: t.work, value: t.workOf(String(stage.done), String(stage.all)) },
        ]}
      />
      <Card
        title={`${stage.code} ${t.stages[stage.code]}`}
        flush
        testId="stage-work"
        actions={
          <>
            {mayManage && stage.endPlan && !stage.endedOn && (
              <a href={`/rollout/plan/stages/${stage.code}`}>{t.moveEnd}</a>
            )}
            <a href={gateHref(stage.code)}>{t.gate(stage.code.replace('S', 'G'))}</a>
          </>
        }
      >
        <p class="card-note hint">{t.stagesAbout[stage.code]}</p>
        <WorkList
          locale={locale}
          work={work}
          outlook={items}
          back={`/rollout/plan?stage=${shown}`}
          mayMark={mayManage}
        />
      </Card>
    </>
  )
}

/** The gate at the end of a stage; the widening has one per wave, so its list of gates. */
const gateHref = (stage: StageCode): string =>
  stage === 'S4' ? '/rollout/gates' : `/rollout/gates/${stage.replace('S', 'G')}`
