import type { Seed } from '../../../core/module.ts'
import { saidRules } from '../assigning/rules.ts'
import { say } from '../by-department/said.ts'
import { saidHours } from '../hours/business-hours.ts'
import { readHours, usualWeek } from '../hours/reading.ts'
import { addUsualPolicies } from './policies.ts'

/** Promises what firms usually promise, within the hours of an office, and leaves new tickets to be taken. */
export const policySeed: Seed = {
  key: 'policies',
  make: async (scope) => {
    await addUsualPolicies(scope)
    if ((await readHours(scope)).length > 0) return
    await say(scope, saidRules, { departmentId: null, way: 'hand', mostOpen: null })
    await say(scope, saidHours, { departmentId: null, week: [...usualWeek], onHolidays: false })
  },
}
