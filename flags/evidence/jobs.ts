import type { ConsoleJob } from '../../core/console.ts'
import { takeSnapshot } from './snapshots.ts'

/**
 * Each night, so that a machine that slept on Monday still writes the week down; on Monday behind what
 * is measured once a week, or a week would be written down with the figures of the one before.
 */
export const snapshotJob: ConsoleJob = {
  name: 'rollout.snapshot',
  cron: '50 21 * * *',
  run: (scope, _, running) => takeSnapshot(scope, running),
}
