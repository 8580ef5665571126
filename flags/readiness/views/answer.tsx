import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Group } from '../../surveys/schema.ts'
import { readinessText } from '../messages.ts'
import type { Question } from '../questions.ts'

type Asked = { group: Group; peers: number; questions: readonly Question[] }

type Props = { locale: Locale; asked: Asked | undefined; raw: Raw; errors?: FieldErrors }

/** The questions somebody is asked, with a promise of what becomes of the answers. */
export const AnswerPage = ({ locale, asked, raw, errors = {} }: Props) => {
  const words = readinessText(locale)
  const t = words.survey
  const view = viewText(locale)
  const { one, two, three, four, five, unknown } = t.scale
  const options = [one, two, three, four, five, unknown].map((label, at) => ({
    value: String((at + 1) % 6),
    label,
  }))
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <PageBody>
        {!asked && <Empty icon="circle-check" title={t.done} text={t.doneText} />}
        {asked && (
          <Form
            t={view.form}
            action="/rollout/readiness/answer"
            errors={errors}
            submit={t.send}
            testId="survey-form"
          >
            <p>{t.intro(String(asked.questions.length))}</p>
            <p class="remark">
              {t.anonymous}{' '}
              {asked.group !== 'staff' &&
                t.inFunction(words.groups[asked.group], String(asked.peers))}
            </p>
            {asked.questions.map(({ number, isAnonymous }, at) => (
              <Field
                t={view.form}
                kind="radio"
                name={`q${number}`}
                label={`${at + 1}. ${words.questions[number]}`}
                hint={isAnonymous && asked.group !== 'staff' ? t.marked : undefined}
                value={raw[`q${number}`] ?? ''}
                options={options}
                error={errors[`q${number}`]}
              />
            ))}
            <Field
              t={view.form}
              kind="textarea"
              name="comment"
              label={t.comment}
              hint={t.commentHint}
              value={raw.comment}
              error={errors.comment}
            />
          </Form>
        )}
      </PageBody>
    </>
  )
}
