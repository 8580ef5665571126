import type { Locale } from '../../../core/i18n/locale.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { planText } from '../../plan/messages.ts'
import { type Gate, gatesOf } from '../gates.ts'
import { gatesText } from '../messages.ts'
import type { Standing } from '../room.ts'

type Props = { locale: Locale; standing: Standing | undefined }

/** All gates of the rollout: passed, the next one, and those to come. */
export const GatesPage = ({ locale, standing }: Props) => {
  const t = gatesText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody>
        {standing ? (
          <div class="stack">
            <p class="hint">{t.about}</p>
            <Card flush testId="gates">
              <ul class="figures">
                {gatesOf(standing.programme.size).map((gate) => (
                  <Line locale={locale} standing={standing} gate={gate} />
                ))}
              </ul>
            </Card>
          </div>
        ) : (
          <Empty
            icon="shield-check"
            title={t.noPlan}
            text={t.noPlanText}
            action={<LinkButton href="/rollout/plan">{t.toPlan}</LinkButton>}
          />
        )}
      </PageBody>
    </>
  )
}

const Line = ({ locale, standing, gate }: { locale: Locale; standing: Standing; gate: Gate }) => {
  const t = gatesText(locale)
  const { stages } = planText(locale)
  const latest = standing.latest.find((one) => one.gate === gate.code)
  const isNext = standing.gate?.code === gate.code
  const passed = latest?.outcome === 'go' && gate.family !== 'G6'
  return (
    <li data-testid="row">
      <a href={`/rollout/gates/${gate.code}`}>{t.gate(gate.code, t.names[gate.family])}</a>
      <span class="hint">
        {gate.stage} {stages[gate.stage]}
      </span>
      <span class="figure">
        {passed && (
          <Pill
            text={latest.override ? t.passedOverride : t.passed}
            tone={latest.override ? 'orange' : 'green'}
          />
        )}
        {isNext && <Pill text={t.next} tone="blue" />}
        {!passed && !isNext && <Pill text={t.later} />}
      </span>
    </li>
  )
}
