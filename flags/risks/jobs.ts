import type { ConsoleJob } from '../../core/console.ts'
import { alarmContracts } from '../vendors/alarms.ts'
import { watchRisks } from './watching.ts'

/** Each morning in Asia: the signs of risks, and the days by which contracts can be ended. */
export const watchJob: ConsoleJob = {
  name: 'rollout.watch',
  cron: '20 22 * * *',
  run: async (scope, _, running) => {
    await alarmContracts(scope)
    await watchRisks(scope, running)
  },
}
