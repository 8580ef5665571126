import type { Locale } from '../../../core/i18n/locale.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Pill } from '../../../views/pill.tsx'
import { planText } from '../../plan/messages.ts'
import type { StageCode } from '../../plan/stages.ts'
import type { Lesson } from '../lessons.ts'
import { lessonsText } from '../messages.ts'

export const newLesson = (stage: StageCode | undefined): string =>
  stage ? `/rollout/lessons/new?stage=${stage}` : '/rollout/lessons/new'

type Props = { locale: Locale; stage: StageCode; lessons: readonly Lesson[]; mayManage: boolean }

/** What was learned in one stage: what went well, what did not, what is changed. */
export const LessonsCard = ({ locale, stage, lessons, mayManage }: Props) => {
  const t = lessonsText(locale)
  return (
    <Card
      title={t.ofStage(`${stage} ${planText(locale).stages[stage]}`)}
      actions={
        mayManage && (
          <LinkButton href={newLesson(stage)} icon="plus" small>
            {t.register.add}
          </LinkButton>
        )
      }
      testId="lessons"
    >
      <div class="lessons">
        {(['well', 'badly', 'change'] as const).map((kind) => (
          <section>
            <h3>{t.kinds[kind]}</h3>
            <List {...{ locale, mayManage }} lessons={lessons.filter((one) => one.kind === kind)} />
          </section>
        ))}
      </div>
    </Card>
  )
}

const List = ({ locale, lessons, mayManage }: Omit<Props, 'stage'>) => {
  const t = lessonsText(locale)
  if (lessons.length === 0) return <p class="nothing">{t.none}</p>
  return (
    <ul class="reasons">
      {lessons.map(({ id, text, owner, isDone }) => (
        <li class="said">
          {mayManage ? <a href={`/rollout/lessons/${id}/edit`}>{text}</a> : text}{' '}
          {owner && <span class="hint">{owner}</span>}{' '}
          {isDone !== null && (
            <Pill text={isDone ? t.done : t.open} tone={isDone ? 'green' : 'violet'} />
          )}
        </li>
      ))}
    </ul>
  )
}
