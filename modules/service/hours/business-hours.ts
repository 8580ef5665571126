import type { Said } from '../by-department/said.ts'
import { reckonAnew } from '../clocks/anew.ts'
import type { HoursInput } from './form.ts'
import { businessHours } from './schema.ts'

/** When departments answer; clocks that run are reckoned anew by what is changed. */
export const saidHours: Said<HoursInput> = {
  table: businessHours,
  object: 'service.business-hours',
  fields: ['week', 'onHolidays'],
  after: reckonAnew,
}
