import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import type { Attempt } from '../../learning/taking.ts'
import type { LessonProps } from '../../learning/views/lesson.tsx'
import { fieldOf, optionField } from '../answer-form.ts'
import type { Drawn } from '../grading.ts'

type Props = LessonProps & { attempt: Attempt }

/** All questions of an attempt on one page, so that it works anywhere and nothing presses. */
export const QuestionForm = ({ scope, attempt, raw = {}, errors = {} }: Props) => {
  const t = learningText(scope.locale)
  return (
    <Form
      t={viewText(scope.locale).form}
      action={`/training/attempts/${attempt.id}`}
      errors={errors}
      submit={t.quiz.submit}
      guard
      testId="quiz-form"
    >
      {attempt.drawn.map((drawn, at) => (
        <OneQuestion locale={scope.locale} {...{ drawn, at, raw, errors }} />
      ))}
    </Form>
  )
}

type OneProps = { locale: Locale; drawn: Drawn; at: number; raw: Raw; errors: Errors }

const OneQuestion = (props: OneProps) => {
  const { locale, drawn, at, raw, errors } = props
  const t = learningText(locale).quiz
  const { question, shown } = drawn
  const name = fieldOf(drawn.id)
  const label = `${at + 1}. ${sayIn(locale, question.stem)}`
  const hint = [question.kind === 'several' && t.several, question.critical && t.critical]
  const common = {
    t: viewText(locale).form,
    name,
    label,
    hint: hint.filter(Boolean).join(' · ') || undefined,
    error: errors[name],
  }
  const options = shown.map((option) => ({
    value: String(option),
    label: sayIn(locale, question.options[option]?.text ?? {}),
  }))
  if (question.kind === 'single')
    return <Field {...common} kind="radio" value={raw[name]} options={options} />
  if (question.kind === 'several') {
    const values = (raw[name] ?? '').split(',')
    return <Field {...common} kind="choices" values={values} options={options} />
  }
  return <Placing {...props} label={label} />
}

/** Ordering and matching by choosing, so that they work without dragging (R19). */
const Placing = ({ locale, drawn, raw, errors, label }: OneProps & { label: string }) => {
  const t = learningText(locale).quiz
  const { question, shown, id } = drawn
  const isOrder = question.kind === 'order'
  const places = question.options.map((_, at) => ({
    value: String(at),
    label: isOrder ? String(at + 1) : '',
  }))
  const halves = shown.map((option) => ({
    value: String(option),
    label: sayIn(locale, question.options[option]?.to ?? {}),
  }))
  const rows = isOrder ? shown : question.options.map((_, at) => at)
  return (
    <FieldGroup label={label}>
      <p class="hint">{isOrder ? t.order : t.match}</p>
      {errors[fieldOf(id)] && <p class="error">{errors[fieldOf(id)]}</p>}
      {rows.map((option) => {
        const text = sayIn(locale, question.options[option]?.text ?? {})
        return (
          <Field
            t={viewText(locale).form}
            kind="select"
            name={optionField(id, option)}
            label={text}
            none={t.choose}
            value={raw[optionField(id, option)]}
            options={isOrder ? places : halves}
          />
        )
      })}
    </FieldGroup>
  )
}
