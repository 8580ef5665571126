import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { surveysText } from '../../surveys/messages.ts'
import type { Group } from '../../surveys/schema.ts'
import { AnswerPage } from '../../surveys/views/answer.tsx'
import { readinessText } from '../messages.ts'
import { fieldOf, type Question } from '../questions.ts'

type Asked = { group: Group; peers: number; questions: readonly Question[] }

type Props = { locale: Locale; asked: Asked | undefined; raw: Raw; errors?: FieldErrors }

/** The questions somebody is asked, with a promise of what becomes of the answers. */
export const ReadinessAnswerPage = ({ locale, asked, raw, errors = {} }: Props) => {
  const words = readinessText(locale)
  const t = words.survey
  const inFunction = asked && asked.group !== 'staff'
  return (
    <AnswerPage
      locale={locale}
      title={t.title}
      action="/rollout/readiness/answer"
      statements={asked?.questions.map((question) => ({
        name: fieldOf(question),
        label: words.questions[question.number],
        hint: question.isAnonymous && inFunction ? t.marked : undefined,
      }))}
      unknown
      raw={raw}
      errors={errors}
      intro={
        <>
          <p>{t.intro(String(asked?.questions.length ?? 0))}</p>
          <p class="remark">
            {t.anonymous}{' '}
            {inFunction &&
              t.inFunction(surveysText(locale).groups[asked.group], String(asked.peers))}
          </p>
        </>
      }
    >
      <Field
        t={viewText(locale).form}
        kind="textarea"
        name="comment"
        label={t.comment}
        hint={t.commentHint}
        value={raw.comment}
        error={errors.comment}
      />
    </AnswerPage>
  )
}
