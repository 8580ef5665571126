import { activity } from './activity.ts'
import { buying } from './buying.ts'
import { forecast } from './forecast.ts'
import { funnel } from './funnel.ts'
import { outcomes } from './outcomes.ts'
import type { Report } from './part.ts'
import { sold } from './products.ts'
import { receivables } from './receivables.ts'
import { shares } from './shares.ts'

/** All reports, in the order in which they are offered. */
export const reports: readonly Report[] = [
  ...[outcomes, funnel, forecast, receivables, activity],
  ...[sold, ...shares, buying],
]
