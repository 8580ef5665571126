import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { printDate } from '../../values/date.ts'
import { type Calendar, knowsYearOf } from '../calendar.ts'
import { calendarText } from '../messages.ts'

type Props = {
  locale: Locale
  calendar: Calendar
  year: number
  thisYear: number
  raw: Raw
  errors?: FieldErrors
}

const place = '/admin/calendar'

/** The days of a year on which the company departs from Monday to Friday. */
export const CalendarPage = ({ locale, calendar, year, thisYear, raw, errors }: Props) => {
  const t = calendarText(locale)
  const tabs = [thisYear - 1, thisYear, thisYear + 1].map((one) => ({
    href: `${place}?year=${one}`,
    label: String(one),
    current: one === year,
  }))
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} tabs={tabs} />
      <PageBody>
        <div class="stack">
          <p class="hint">
            {t.text} {calendar.years && t.china}
          </p>
          {!knowsYearOf(calendar, `${year}-01-01`) && (
            <p class="remark" role="note">
              {t.unknownYear(String(year))}
            </p>
          )}
          <Days locale={locale} calendar={calendar} year={year} />
          <Card title={t.add}>
            <DaysForm locale={locale} raw={raw} errors={errors} />
          </Card>
        </div>
      </PageBody>
    </>
  )
}

const Days = ({ locale, calendar, year }: Pick<Props, 'locale' | 'calendar' | 'year'>) => {
  const t = calendarText(locale)
  const days = [...calendar.special]
    .filter(([day]) => day.startsWith(`${year}-`))
    .sort(([one], [other]) => one.localeCompare(other))
  if (days.length === 0) return <Empty icon="calendar" title={t.none} text={t.noneText} />
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <Card flush testId="special-days">
      <ul class="bad-records">
        {days.map(([day, { works, name, isOwn }]) => (
          <li data-testid="row">
            <span>
              {printDate(day, locale)} {weekday.format(new Date(day))}
            </span>
            <Pill text={works ? t.worked : t.off} tone={works ? 'blue' : 'grey'} />
            <span class="hint">
              {name} · {isOwn ? t.own : t.official}
            </span>
            {isOwn && (
              <form method="post" action={`${place}/drop`}>
                <input type="hidden" name="day" value={day} />
                <Button small>{t.drop}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const DaysForm = ({ locale, raw, errors = {} }: Pick<Props, 'locale' | 'raw' | 'errors'>) => {
  const t = calendarText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <Form t={view.form} action={place} errors={errors} submit={t.save} testId="days-form">
      <Field {...field('from')} kind="date" label={t.from} required />
      <Field {...field('to')} kind="date" label={t.to} hint={t.toHint} />
      <Field
        {...field('works')}
        kind="radio"
        label={t.works}
        value={raw.works ?? 'no'}
        options={[
          { value: 'no', label: t.worksNo },
          { value: 'yes', label: t.worksYes },
        ]}
      />
      <Field {...field('name')} kind="text" label={t.name} required />
    </Form>
  )
}
