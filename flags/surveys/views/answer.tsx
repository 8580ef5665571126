import type { Child } from 'hono/jsx'
import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { surveysText } from '../messages.ts'

export type Statement = { name: string; label: string; hint?: string | undefined }

type Props = {
  locale: Locale
  title: string
  action: string
  /** What somebody is asked to rate; undefined when there is nothing to answer any more. */
  statements: readonly Statement[] | undefined
  /** Whether one may say that one does not know. */
  unknown?: boolean
  raw: Raw
  errors?: FieldErrors
  /** What stands above the questions. */
  intro: Child
  /** What stands below them. */
  children?: Child
}

/** Statements to be rated from 1 to 5, with a promise of what becomes of the answers. */
export const AnswerPage = ({ locale, title, statements, raw, errors = {}, ...more }: Props) => {
  const t = surveysText(locale)
  const view = viewText(locale)
  const { one, two, three, four, five, unknown } = t.scale
  const steps = more.unknown
    ? [one, two, three, four, five, unknown]
    : [one, two, three, four, five]
  const options = steps.map((label, at) => ({ value: String((at + 1) % 6), label }))
  return (
    <>
      <PageHead t={view.page} title={title} />
      <PageBody>
        {!statements && <Empty icon="circle-check" title={t.done} text={t.doneText} />}
        {statements && (
          <Form
            t={view.form}
            action={more.action}
            errors={errors}
            submit={t.send}
            testId="survey-form"
          >
            {more.intro}
            {statements.map(({ name, label, hint }, at) => (
              <Field
                t={view.form}
                kind="radio"
                name={name}
                label={`${at + 1}. ${label}`}
                hint={hint}
                value={raw[name] ?? ''}
                options={options}
                error={errors[name]}
              />
            ))}
            {more.children}
          </Form>
        )}
      </PageBody>
    </>
  )
}
