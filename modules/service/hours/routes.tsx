import { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { addSaidRoutes } from '../by-department/routes.tsx'
import { saidHours } from './business-hours.ts'
import { rawHours, readHoursForm } from './form.ts'
import { hoursText } from './messages.ts'
import { readHours, usualWeek } from './reading.ts'
import { HoursForm } from './views/hours-form.tsx'
import { HoursPage, hoursPlace } from './views/hours-page.tsx'

/** When the company and its departments answer customers. */
export const hoursRoutes = new Hono<Site>()

addSaidRoutes(hoursRoutes, {
  said: saidHours,
  place: hoursPlace,
  text: hoursText,
  read: readHours,
  usual: { departmentId: null, week: [...usualWeek], onHolidays: false },
  raw: rawHours,
  parse: readHoursForm,
  list: (scope, hours) => <HoursPage scope={scope} hours={hours} />,
  form: (props) => <HoursForm {...props} />,
})
