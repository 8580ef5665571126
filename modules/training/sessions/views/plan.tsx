import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { sessionText } from '../messages.ts'
import { partKey } from '../planning.ts'
import type { LivePart } from '../reading.ts'

type Props = {
  scope: Scope
  parts: readonly LivePart[]
  raw: Raw
  errors?: Errors | undefined
  once: string
}

/** The form of a session. */
export const PlanPage = ({ scope, parts, raw, errors = {}, once }: Props) => {
  const { locale } = scope
  const t = sessionText(locale)
  const view = viewText(locale)
  const form = { t: view.form }
  return (
    <>
      <PageHead
        t={view.page}
        title={t.plan}
        trail={[{ href: '/training/sessions', label: t.title }]}
      />
      <PageBody>
        {parts.length === 0 ? (
          <Empty icon="calendar-event" title={t.empty} text={t.noLessons} />
        ) : (
          <Form
            {...form}
            action="/training/sessions"
            errors={errors}
            once={once}
            submit={t.save}
            cancelHref="/training/sessions"
            testId="plan-form"
          >
            <Field
              {...form}
              kind="select"
              name="part"
              label={t.lesson}
              value={raw.part}
              options={parts.map((part) => ({
                value: partKey(part),
                label: `${sayIn(locale, part.titles)} · ${sayIn(locale, part.title)}`,
              }))}
              error={errors.part}
            />
            <Field
              {...form}
              kind="date"
              name="date"
              label={t.date}
              value={raw.date}
              error={errors.date}
              required
            />
            <Field
              {...form}
              kind="time"
              name="time"
              label={t.time}
              hint={t.timeHint}
              value={raw.time}
              error={errors.time}
              required
            />
            <Field
              {...form}
              kind="text"
              name="place"
              label={t.place}
              value={raw.place}
              error={errors.place}
              required
            />
            <Field
              {...form}
              kind="number"
              name="capacity"
              label={t.capacity}
              hint={t.capacityHint}
              value={raw.capacity}
              error={errors.capacity}
            />
          </Form>
        )}
      </PageBody>
    </>
  )
}
