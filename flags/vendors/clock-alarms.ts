import { sql } from 'drizzle-orm'
import { peopleWith } from '../../core/access/people-with.ts'
import type { ConsoleJob } from '../../core/console.ts'
import { notify } from '../../core/notify/notify.ts'
import type { Registry } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import { clocksOf, standOf, type Ticking } from './clocks.ts'
import { type Incident, readIncidents, readNotices } from './reading.ts'

/** Every quarter of an hour: the shortest clock of the law has four hours. */
export const clockJob: ConsoleJob = {
  name: 'rollout.incident-clocks',
  cron: '*/15 * * * *',
  run: (scope, _, { registry }) => alarmClocks(scope, registry),
}

/**
 * Tells those who keep contracts and incidents when three quarters of a clock have run, and when it
 * has run out; of each once, however long the incident stays open.
 */
export async function alarmClocks(scope: Scope, registry: Registry): Promise<void> {
  const open = (await readIncidents(scope)).filter(({ closedAt }) => closedAt === null)
  if (open.length === 0) return
  const [notices, people] = await Promise.all([
    readNotices(scope),
    peopleWith(scope, registry, 'core.vendors.manage'),
  ])
  for (const incident of open) {
    const done = new Map(
      notices
        .filter(({ incidentId }) => incidentId === incident.id)
        .toReversed()
        .map(({ clock, at }) => [clock, new Date(at)]),
    )
    for (const ticking of clocksOf(inTime(incident), done)) {
      const sign = signOf(ticking, scope.now())
      const key = `${ticking.clock}:${sign}`
      if (!sign || incident.toldClocks.includes(key)) continue
      await scope.db.execute(sql`
        update flags.incidents set told_clocks = told_clocks || ${key}::text
        where company_id = ${scope.company.id} and id = ${incident.id}`)
      const data = { title: incident.title, clock: ticking.clock, due: ticking.due.toISOString() }
      await notify(scope, people, `rollout.clock-${sign}`, { recordId: incident.id }, data)
    }
  }
}

/** Moments as the driver gives them may be texts. */
const inTime = (incident: Incident): Incident => ({
  ...incident,
  detectedAt: new Date(incident.detectedAt),
  vendorAwareAt: incident.vendorAwareAt && new Date(incident.vendorAwareAt),
})

/** What has to be said of a clock now, if anything. */
export function signOf(ticking: Ticking, now: Date): 'soon' | 'over' | undefined {
  const stand = standOf(ticking, now)
  if (stand === 'overdue') return 'over'
  if (stand !== 'running') return undefined
  const { start, due } = ticking
  const span = due.getTime() - start.getTime()
  return now.getTime() >= due.getTime() - span / 4 ? 'soon' : undefined
}
