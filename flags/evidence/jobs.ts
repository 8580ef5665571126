import type { ConsoleJob } from '../../core/console.ts'
import { takeSnapshot } from './snapshots.ts'

/** Each night, so that a machine that slept on Monday still writes the week down. */
export const snapshotJob: ConsoleJob = {
  name: 'rollout.snapshot',
  cron: '40 20 * * *',
  run: (scope, _, running) => takeSnapshot(scope, running),
}
