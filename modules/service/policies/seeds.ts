import type { Seed } from '../../../core/module.ts'
import { saidRules } from '../assigning/rules.ts'
import { say } from '../by-department/said.ts'
import { saidHours } from '../hours/business-hours.ts'
import { readHours, usualWeek } from '../hours/reading.ts'
import { addUsualPolicies } from './policies.ts'

/** Promised since so many days, so that there is something to tell of what was kept. */
const since = 28

/** Promises what firms usually promise, within the hours of an office, and leaves new tickets to be taken. */
export const policySeed: Seed = {
  key: 'policies',
  make: async (scope) => {
    const then = new Date(scope.now().getTime() - since * 86_400_000)
    await addUsualPolicies({ ...scope, now: () => then })
    if ((await readHours(scope)).length > 0) return
    await say(scope, saidRules, { departmentId: null, way: 'hand', mostOpen: null })
    await say(scope, saidHours, { departmentId: null, week: [...usualWeek], onHolidays: false })
  },
}
