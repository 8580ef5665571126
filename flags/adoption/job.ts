import type { ConsoleJob } from '../../core/console.ts'
import { queueJob } from '../../core/jobs.ts'
import type { Scope } from '../../core/scope.ts'
import { measureAdoption } from './measuring.ts'

const name = 'rollout.measure-adoption'

/** Measures soon, once however often it is asked for. */
export const measureSoon = (scope: Scope): Promise<void> =>
  queueJob(scope.db, name, {}, `${name} ${scope.company.id}`)

/** Each Monday before work begins in China: the last four weeks are whole then. */
export const adoptionJob: ConsoleJob = {
  name,
  cron: '20 21 * * 0',
  run: async (scope, _, { registry }) => {
    await measureAdoption(scope, registry.modules)
  },
}
