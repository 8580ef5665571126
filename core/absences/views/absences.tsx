import { Card } from '../../../views/card.tsx'
import { Confirm } from '../../../views/confirm.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { type Calendar, shiftDay, workingDaysBetween } from '../../calendar/calendar.ts'
import { today } from '../../calendar/reading.ts'
import type { Raw } from '../../http/form.ts'
import type { Scope } from '../../scope.ts'
import { printDate } from '../../values/date.ts'
import { absencesText } from '../messages.ts'
import type { Absence } from '../reading.ts'

type Props = {
  scope: Scope
  absences: readonly Absence[]
  calendar: Calendar
  people: readonly { id: string; name: string }[]
  raw: Raw
  errors?: FieldErrors
  once: string
}

/** Who is away, the latest first, and a form for one more. */
export const AbsencesPage = (props: Props) => {
  const { scope, absences, calendar } = props
  const t = absencesText(scope.locale)
  return (
    <>
      <PageHead t={viewText(scope.locale).page} title={t.title} />
      <PageBody>
        <div class="stack">
          <p class="hint">{t.text}</p>
          {absences.length === 0 ? (
            <Empty icon="calendar" title={t.none} text={t.noneText} />
          ) : (
            <Card flush testId="absences">
              <ul class="bad-records">
                {absences.map((absence) => (
                  <Line scope={scope} calendar={calendar} absence={absence} />
                ))}
              </ul>
            </Card>
          )}
          <AddForm {...props} />
        </div>
      </PageBody>
    </>
  )
}

type LineProps = Pick<Props, 'scope' | 'calendar'> & { absence: Absence }

const Line = ({ scope, calendar, absence: { id, name, from, to } }: LineProps) => {
  const { locale } = scope
  const t = absencesText(locale)
  const day = today(scope)
  const count = workingDaysBetween(calendar, shiftDay(from, -1), to)
  const dash = locale === 'en' ? ' – ' : ' 至 '
  const days = [...new Set([from, to])].map((one) => printDate(one, locale)).join(dash)
  const state = to < day ? 'over' : from > day ? 'ahead' : 'now'
  return (
    <li data-testid="row">
      <span>{name}</span>
      <Pill text={t[state]} tone={state === 'now' ? 'orange' : 'grey'} />
      <span class="hint">
        {days} · {t.days(String(count))}
      </span>
      <Confirm
        t={viewText(locale).confirm}
        id={`drop-${id}`}
        trigger={{ label: t.drop, small: true }}
        title={t.dropTitle}
        text={t.dropText(name, days)}
        action={`/absences/${id}/drop`}
        submit={t.drop}
      />
    </li>
  )
}

const AddForm = ({ scope, people, raw, errors = {}, once }: Props) => {
  const t = absencesText(scope.locale)
  const view = viewText(scope.locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <Card title={t.add}>
      <Form
        t={view.form}
        action="/absences"
        errors={errors}
        once={once}
        submit={t.save}
        testId="absence-form"
      >
        <Field
          {...field('person')}
          kind="person"
          label={t.person}
          required
          none=""
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field {...field('from')} kind="date" label={t.from} required />
        <Field {...field('to')} kind="date" label={t.to} hint={t.toHint} />
      </Form>
    </Card>
  )
}
