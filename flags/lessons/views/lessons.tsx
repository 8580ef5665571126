import type { Locale } from '../../../core/i18n/locale.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { type StageCode, stageCodes } from '../../plan/stages.ts'
import type { Lesson } from '../lessons.ts'
import { lessonsText } from '../messages.ts'
import { LessonsCard, newLesson } from './card.tsx'

type Props = {
  locale: Locale
  lessons: readonly Lesson[]
  /** The one under way. */
  stage: StageCode | undefined
  mayManage: boolean
}

/** All that was learned, the latest stage first. */
export const LessonsPage = ({ locale, lessons, stage, mayManage }: Props) => {
  const t = lessonsText(locale)
  const learned = stageCodes.filter((code) => lessons.some((one) => one.stage === code)).reverse()
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          mayManage && (
            <LinkButton kind="primary" href={newLesson(stage)} icon="plus">
              {t.register.add}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <div class="stack">
          <p class="hint">{t.text}</p>
          {learned.length === 0 && <Empty icon="bulb" title={t.empty} text={t.emptyText} />}
          {learned.map((code) => (
            <LessonsCard
              locale={locale}
              stage={code}
              lessons={lessons.filter((one) => one.stage === code)}
              mayManage={mayManage}
            />
          ))}
        </div>
      </PageBody>
    </>
  )
}
