import type { Raw } from '../../../core/http/form.ts'
import { formatMoment } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill, type Tone } from '../../../views/pill.tsx'
import type { Lesson } from '../../lessons/lessons.ts'
import { LessonsCard } from '../../lessons/views/card.tsx'
import type { Strictness } from '../../matrix/schema.ts'
import type { Advance } from '../advances.ts'
import type { Decision } from '../decisions.ts'
import type { Fallen } from '../fallen.ts'
import type { Evaluation, Suggestion } from '../formula.ts'
import type { Gate } from '../gates.ts'
import { gatesText } from '../messages.ts'
import type { Proposal } from '../proposals.ts'
import type { Weighed } from '../room.ts'
import { sayScore } from '../wording.ts'
import { CriteriaList } from './criteria-list.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Decisions } from './decisions.tsx'
import { FallenCard } from './fallen.tsx'
import { Proposals } from './proposals.tsx'
import { ScheduleCard } from './schedule.tsx'

export type RoomProps = {
  locale: Locale
  timeZone: string
  userId: string
  gate: Gate
  isNext: boolean
  evaluation: Evaluation<Weighed>
  strictness: Strictness
  locked: Date | null
  decisions: readonly Decision[]
  /** What has got worse since the last quarterly review; only there it is asked. */
  fallen: readonly Fallen[]
  /** Overrides at other gates that are still borne. */
  overrides: readonly Decision[]
  proposals: readonly Proposal[]
  advance: Advance | undefined
  paused: boolean
  raw: Raw
  /** The latest decision here that the page was drawn with. */
  seen: string
  errors?: FieldErrors
  once: string
  mayManage: boolean
  mayDecide: boolean
  /** What was learned in the stage that ends here. */
  lessons: readonly Lesson[]
}

export const tones: Record<Suggestion, Tone> = {
  go: 'green',
  conditional: 'orange',
  redesign: 'red',
  stop: 'red',
  insufficient: 'grey',
}

/** The room of one gate: criteria with what the evidence says, the decision, and what came before. */
export const RoomPage = (props: RoomProps) => {
  const { locale, timeZone, gate, isNext, evaluation, overrides, paused, mayDecide } = props
  const t = gatesText(locale)
  const open = isNext && mayDecide && !paused
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.gate(gate.code, t.names[gate.family])}
        trail={[{ href: '/rollout/gates', label: t.title }]}
      />
      <PageBody wide>
        <div class="stack">
          {paused && <p class="remark">{t.refused.paused}</p>}
          <Verdict {...props} />
          {overrides.length > 0 && (
            <Card title={t.overrides} flush testId="overrides">
              <Decisions locale={locale} timeZone={timeZone} decisions={overrides} showGate />
            </Card>
          )}
          {props.fallen.length > 0 && <FallenCard locale={locale} fallen={props.fallen} />}
          <CriteriaList {...props} judged={evaluation.judged} />
          {props.mayManage && !props.locked && (
            <p>
              <LinkButton href={`/rollout/gates/${gate.code}/criteria/new`} icon="plus" small>
                {t.add}
              </LinkButton>
            </p>
          )}
          {open && <Proposals {...props} />}
          {open && <DecisionForm {...props} />}
          {open && <ScheduleCard {...props} />}
          <LessonsCard {...props} stage={gate.stage} />
          <Card title={t.history} flush testId="decisions">
            {props.decisions.length === 0 ? (
              <p class="card-note nothing">{t.noHistory}</p>
            ) : (
              <Decisions locale={locale} timeZone={timeZone} decisions={props.decisions} />
            )}
          </Card>
        </div>
      </PageBody>
    </>
  )
}

const Verdict = ({ locale, timeZone, gate, evaluation, locked, mayManage }: RoomProps) => {
  const t = gatesText(locale)
  const { suggestion, known, weighed } = evaluation
  return (
    <Card title={t.evaluation} testId="verdict">
      <p class="verdict">
        <Pill text={t.outcomes[suggestion]} tone={tones[suggestion]} />
        <strong>{sayScore(locale, evaluation)}</strong>
        {known < weighed && <span class="hint">{t.fromParts(String(known), String(weighed))}</span>}
      </p>
      <p>{t.meanings[suggestion]}</p>
      <div class="in-row">
        <span class="hint">
          {locked ? t.locked(formatMoment(locale, timeZone, locked)) : t.unlocked}
        </span>
        {!locked && mayManage && (
          <form method="post" action={`/rollout/gates/${gate.code}/lock`}>
            <Button small icon="lock">
              {t.lock}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}
