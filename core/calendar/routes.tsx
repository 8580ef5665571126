import { type Context, Hono } from 'hono'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { dropDay, setDays } from './changing.ts'
import { calendarText } from './messages.ts'
import { readCalendar, today } from './reading.ts'
import { CalendarPage } from './views/calendar.tsx'

/** When the company works: public holidays, and what it changed of them. */
export const calendarRoutes = new Hono<Site>()

const manage = allow('core.company.manage')
const place = '/admin/calendar'

calendarRoutes.get('/', manage, (c) => draw(c, {}))

calendarRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const errors = await setDays(scope, raw)
  if (errors) return draw(c, raw, errors)
  return go(c, place, { kind: 'success', text: calendarText(scope.locale).saved })
})

calendarRoutes.post('/drop', manage, async (c) => {
  const { scope } = c.var
  const { day = '' } = (await readForm(c)).raw
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) await dropDay(scope, day)
  const text = calendarText(scope.locale).dropped
  return go(c, `${place}?year=${day.slice(0, 4)}`, { kind: 'success', text })
})

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const thisYear = Number(today(scope).slice(0, 4))
  const asked = Number(c.req.query('year'))
  const year = Number.isInteger(asked) && Math.abs(asked - thisYear) <= 20 ? asked : thisYear
  const page = (
    <CalendarPage
      locale={scope.locale}
      calendar={await readCalendar(scope)}
      year={year}
      thisYear={thisYear}
      raw={raw}
      errors={errors}
    />
  )
  return c.render(page, { title: calendarText(scope.locale).title, status: errors ? 422 : 200 })
}
