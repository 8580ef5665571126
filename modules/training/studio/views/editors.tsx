import type { Child } from 'hono/jsx'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { lessonKinds, sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import type { Tour } from '../../tours/tours.ts'
import { studioText } from '../messages.ts'
import { BothLanguages } from './fields.tsx'

export type EditorProps = {
  locale: Locale
  /** Where it is saved, and where one goes back to. */
  action: string
  back: { href: string; label: string }
  title: string
  raw: Raw
  errors?: Errors | undefined
  version?: number | undefined
  once?: string | undefined
  /** The form's id, when it is not "form". */
  id?: string
}

/** The frame of every editor of the studio. */
export const Editor = ({
  locale,
  action,
  back,
  title,
  errors,
  version,
  once,
  id,
  children,
}: EditorProps & { children?: Child }) => (
  <>
    <PageHead
      t={viewText(locale).page}
      title={title}
      trail={[{ href: '/training/studio', label: studioText(locale).title }, back]}
    />
    <PageBody>
      <Form
        t={viewText(locale).form}
        action={action}
        errors={errors ?? {}}
        cancelHref={back.href}
        guard
        testId="editor"
        {...(version === undefined ? {} : { version })}
        {...(once ? { once } : {})}
        {...(id ? { id } : {})}
      >
        {children}
      </Form>
    </PageBody>
  </>
)

/** What a course is about; a new one needs a code too. */
export const CourseEditor = (props: EditorProps & { isNew: boolean }) => {
  const { locale, raw, errors = {}, isNew } = props
  const t = studioText(locale)
  const form = { t: viewText(locale).form }
  const number = (name: string, label: string, hint?: string) => (
    <Field
      {...form}
      kind="number"
      name={name}
      label={label}
      value={raw[name]}
      error={errors[name]}
      {...(hint ? { hint } : {})}
    />
  )
  return (
    <Editor {...props}>
      {isNew && (
        <Field
          {...form}
          kind="text"
          name="code"
          label={t.code}
          hint={t.form.codeHint}
          value={raw.code}
          error={errors.code}
          required
        />
      )}
      <BothLanguages {...{ locale, raw, errors }} name="title" label={t.name} />
      <BothLanguages
        {...{ locale, raw, errors }}
        name="objectives"
        label={t.form.objectives}
        hint={t.form.objectivesHint}
        rows={3}
      />
      {number('minutes', t.form.minutes)}
      {number('validMonths', t.form.validMonths, t.form.validMonthsHint)}
      {number('percent', t.form.percent)}
      {number('attempts', t.form.attempts)}
      {number('waitHours', t.form.waitHours)}
    </Editor>
  )
}

/** One lesson. @property tours those it can be */
export const LessonEditor = (props: EditorProps & { tours: readonly Tour[] }) => {
  const { locale, raw, errors = {}, tours } = props
  const t = studioText(locale)
  const form = { t: viewText(locale).form }
  return (
    <Editor {...props}>
      <Field
        {...form}
        kind="select"
        name="kind"
        label={t.form.kind}
        value={raw.kind}
        options={lessonKinds.map((value) => ({ value, label: learningText(locale).kinds[value] }))}
      />
      <BothLanguages {...{ locale, raw, errors }} name="title" label={t.lessonName} />
      <BothLanguages
        {...{ locale, raw, errors }}
        name="body"
        label={t.form.body}
        hint={t.form.bodyHint}
        rows={14}
      />
      <Field
        {...form}
        kind="checkbox"
        name="required"
        label={t.form.required}
        checked={raw.required === 'on'}
      />
      <div class="only-quiz">
        <Field
          {...form}
          kind="number"
          name="draw"
          label={t.form.draw}
          hint={t.form.drawHint}
          value={raw.draw}
          error={errors.draw}
        />
      </div>
      <div class="only-video">
        <Field
          {...form}
          kind="url"
          name="video"
          label={t.form.video}
          hint={t.form.videoHint}
          value={raw.video}
          error={errors.video}
        />
      </div>
      <div class="only-tour">
        <Field
          {...form}
          kind="select"
          name="tour"
          label={t.form.tour}
          hint={t.form.tourHint}
          none={t.form.tourNone}
          value={raw.tour}
          options={tours.map(({ code, title }) => ({ value: code, label: sayIn(locale, title) }))}
          error={errors.tour}
        />
      </div>
    </Editor>
  )
}
