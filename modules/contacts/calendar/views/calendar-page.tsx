import type { Colleague } from '../../../../core/access/directory.ts'
import { type Calendar, isWorkingDay, weekday } from '../../../../core/calendar/calendar.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate, printDayOfYear } from '../../../../core/values/date.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { icon } from '../../../../views/icon.tsx'
import { joined, type Markup, markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { activityKind } from '../../activities/kinds.ts'
import { today } from '../../tasks/days.ts'
import { contactsTaskText } from '../../tasks/messages.ts'
import { diaryText } from '../messages.ts'
import { type Look, looks, type Range } from '../range.ts'
import type { Diary, Item } from '../reading.ts'

type Props = {
  scope: Scope
  look: Look
  day: string
  range: Range
  others: readonly Colleague[]
  owner: string
  diary: Diary
  calendar: Calendar
}

/** So many stand on a day of a month; the day has them all. */
const mostShown = 4

/** Follow-ups and tasks on their days. */
export const CalendarPage = (props: Props) => {
  const { scope, look, day, range, others, owner } = props
  const t = diaryText(scope.locale)
  const href = addressOf(props)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        tabs={looks.map((one) => ({
          ...{ href: href(one, day), label: t.looks[one], current: one === look },
        }))}
        actions={
          <>
            <LinkButton href={href(look, range.previous)} icon="chevron-left">
              {t.previous}
            </LinkButton>
            <LinkButton href={href(look, today(scope))} icon="calendar-event">
              {t.today}
            </LinkButton>
            <LinkButton href={href(look, range.next)} icon="chevron-right">
              {t.next}
            </LinkButton>
          </>
        }
      />
      <PageBody wide>
        <div class="diary-head">
          <h2>{headingOf(props)}</h2>
          {others.length > 0 && (
            <form class="inline-form">
              <input type="hidden" name="look" value={look} />
              <input type="hidden" name="on" value={day} />
              <select name="who" class="select" aria-label={t.whose} data-combo={t.whose}>
                <option value="">{t.mine}</option>
                {joined(
                  others.map(
                    ({ id, name }) =>
                      markup`<option value="${id}"${id === owner && markup` selected`}>${name}</option>`,
                  ),
                )}
              </select>
              <Button small>{t.show}</Button>
            </form>
          )}
        </div>
        <ol class={`diary ${look}`} data-testid="diary">
          {joined(range.days.map((one) => dayOf(props, one)))}
        </ol>
      </PageBody>
    </>
  )
}

/** The calendar in another look, or on another day. */
const addressOf =
  ({ scope, owner }: Props) =>
  (look: Look, on: string): string =>
    `/contacts/calendar?${new URLSearchParams({ look, on, ...(owner !== scope.user.id && { who: owner }) })}`

function headingOf({ scope, look, day, range }: Props): string {
  const { locale } = scope
  if (look === 'day') return printDate(day, locale)
  if (look === 'month')
    return new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T00:00:00Z`))
  return `${printDate(range.days[0] ?? day, locale)} – ${printDate(range.days.at(-1) ?? day, locale)}`
}

function dayOf(props: Props, day: string): Markup {
  const { scope, look, diary, calendar } = props
  const t = diaryText(scope.locale)
  const items = diary.items.filter((item) => item.day === day)
  const shown = look === 'month' ? items.slice(0, mostShown) : items
  const over = items.length - shown.length
  const href = addressOf(props)('day', day)
  const isOutside = look === 'month' && day.slice(0, 7) !== props.day.slice(0, 7)
  const number = isOutside ? printDayOfYear(day, scope.locale) : String(Number(day.slice(8)))
  const classes = [
    ...(day === today(scope) ? ['now'] : []),
    ...(isWorkingDay(calendar, day) ? [] : ['free']),
    ...(isOutside ? ['outside'] : []),
    ...(items.length === 0 ? ['idle'] : []),
  ]
  return markup`
    <li class="${classes.join(' ')}">
      <a class="day" href="${href}" aria-label="${printDate(day, scope.locale)}"><time datetime="${day}">${number}</time> <small>${t.weekdays[weekday(day) - 1]}${!isWorkingDay(calendar, day) && ` · ${t.free}`}</small></a>
      <ul>${joined(shown.map((item) => lineOf(props, item)))}</ul>
      ${over > 0 && markup`<a href="${href}">${t.more(over)}</a>`}
    </li>`
}

function lineOf({ scope, diary }: Props, item: Item): Markup {
  const subject = item.recordId ? diary.subjects.get(item.recordId) : undefined
  const said = item.title || contactsTaskText(scope.locale).plainNext
  const sign = item.what === 'task' ? 'circle' : (activityKind(item.kind)?.icon ?? 'circle-check')
  const href =
    subject?.href ?? (item.what === 'task' ? `/contacts/tasks/${item.id}/edit` : undefined)
  const late = !item.done && item.day < today(scope)
  const words = subject ? `${subject.name} · ${said.slice(0, 60)}` : said.slice(0, 80)
  return markup`
    <li class="${item.done ? 'done' : late ? 'late' : ''}" title="${said.slice(0, 200)}">${icon(sign)}${href ? markup`<a href="${href}">${words}</a>` : words}</li>`
}
