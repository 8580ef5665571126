import { readDepartments } from '../../../core/access/department-tree.ts'
import type { Seed } from '../../../core/module.ts'
import { poolText } from './messages.ts'
import { openPool, readPools } from './pools.ts'

/** Opens pools, one for each of the first departments, and never a second one. */
export const poolSeed: Seed = {
  key: 'pools',
  make: async (scope, count) => {
    const departments = await readDepartments(scope)
    const served = new Set((await readPools(scope)).map(({ departmentId }) => departmentId))
    const live = departments.filter(({ id, archivedAt }) => !archivedAt && !served.has(id))
    for (const { id, name } of live.slice(0, count))
      await openPool(scope, {
        ...{ name: `${name} ${poolText(scope.locale).title}`.slice(0, 40), departmentId: id },
        ...{ followDays: 90, dealDays: null, warnDays: 7, workingDays: false, dailyLimit: 20 },
        ...{ cooldownDays: 7, delayDays: null, personCap: null, departmentCap: null },
        ...{ hidden: ['phone', 'email'], levels: [] },
      })
  },
}
