import { Hono } from 'hono'
import { readCalendar } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import type { Site } from '../../../core/http/site.ts'
import { parseDate } from '../../../core/values/date.ts'
import { today } from '../tasks/days.ts'
import { viewTasks } from '../tasks/tasks.ts'
import { diaryText } from './messages.ts'
import { type Look, looks, rangeOf } from './range.ts'
import { readDiary } from './reading.ts'
import { CalendarPage } from './views/calendar-page.tsx'

/** The calendar of follow-ups and tasks: a month, a week or a day, one's own or a colleague's. */
export const calendarRoutes = new Hono<Site>()

calendarRoutes.get('/', allow(viewTasks), async (c) => {
  const { scope, product } = c.var
  const { look: wanted, on = '', who = '' } = c.req.query()
  const look = looks.find((one) => one === wanted) ?? ('month' satisfies Look)
  const read = parseDate(on.replaceAll('\0', ''))
  const day = read.ok ? read.value : today(scope)
  const range = rangeOf(look, day)
  const { colleagues } = await product.directories.of(scope)
  const mayLook = scope.user.reach.get(viewTasks) !== 'own'
  const others = mayLook ? colleagues.filter(({ id, left }) => !left && id !== scope.user.id) : []
  const owner = others.find(({ id }) => id === who)?.id ?? scope.user.id
  const [first = day, last = day] = [range.days[0], range.days.at(-1)]
  const [diary, calendar] = await Promise.all([
    readDiary(product.registry, scope, owner, first, last),
    readCalendar(scope),
  ])
  const page = <CalendarPage {...{ scope, look, day, range, others, owner, diary, calendar }} />
  return c.render(page, { title: diaryText(scope.locale).title })
})
