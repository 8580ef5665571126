import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { Icon } from '../../../views/icon.tsx'
import { planText } from '../messages.ts'
import type { StageRow } from '../stage-rows.ts'
import type { StageCode } from '../stages.ts'

type Props = {
  locale: Locale
  stages: readonly StageRow[]
  /** The stage that the page shows; none on the overview. */
  shown?: StageCode
}

export const stateOf = ({ startedOn, endedOn }: StageRow): 'waiting' | 'running' | 'done' =>
  endedOn ? 'done' : startedOn ? 'running' : 'waiting'

/** How far the rollout is: each stage a link to its work, with how much of it is done. */
export const StageBar = ({ locale, stages, shown }: Props) => {
  const t = planText(locale)
  return (
    <nav class="stage-bar" aria-label={t.progress} data-testid="stage-bar">
      <ol>
        {stages.map((stage) => {
          const state = stateOf(stage)
          return (
            <li class={state}>
              <a
                href={`/rollout/plan?stage=${stage.code}`}
                aria-current={stage.code === shown ? 'page' : undefined}
              >
                <span class="stage-mark">
                  {state === 'done' ? <Icon name="check" /> : stage.code.slice(1)}
                </span>
                <strong>
                  {stage.code} {t.stages[stage.code]}
                </strong>
                <small>
                  {t.states[state]}
                  {stage.endPlan && ` · ${printDate(stage.endedOn ?? stage.endPlan, locale)}`}
                </small>
                {stage.all > 0 && (
                  <progress
                    class="progress"
                    max={stage.all}
                    value={stage.done}
                    aria-label={t.workOf(String(stage.done), String(stage.all))}
                  ></progress>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
