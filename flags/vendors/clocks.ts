import type { Clock } from './choices.ts'

/** What of an incident starts clocks. */
export type Happened = {
  detectedAt: Date
  vendorAwareAt: Date | null
  /** The hours the vendor has by contract; null when it did not happen at one. */
  contractHours: number | null
  personalData: boolean
  serious: boolean
  european: boolean
}

/** One duty to tell: from when, until when, and what it stands on. `at` is when it was done. */
export type Ticking = { clock: Clock; start: Date; due: Date; source: string; at: Date | null }

const hours = (start: Date, count: number): Date => new Date(start.getTime() + count * 3_600_000)

/**
 * The clocks of an incident. PIPL 57 knows no hours, but “immediately”: that clock is due as it
 * starts. The four hours hold for incidents graded serious or above; the 72 of the GDPR unless
 * people are unlikely to come to harm.
 * @param done when each duty was done for the first time
 */
export function clocksOf(happened: Happened, done: ReadonlyMap<Clock, Date>): Ticking[] {
  const { detectedAt, vendorAwareAt, contractHours, personalData } = happened
  const clocks: Omit<Ticking, 'at'>[] = []
  const add = (clock: Clock, start: Date, count: number, source: string) =>
    clocks.push({ clock, start, due: hours(start, count), source })
  if (vendorAwareAt && contractHours !== null)
    add('vendor', vendorAwareAt, contractHours, 'B3 · GDPR 33(2)')
  if (personalData) {
    add('authority', detectedAt, 0, 'PIPL 57')
    add('people', detectedAt, 0, 'PIPL 57')
  }
  if (happened.serious) add('network', detectedAt, 4, 'CAC')
  if (happened.european && personalData) add('european', detectedAt, 72, 'GDPR 33(1)')
  // The vendor's duty is done once we know.
  return clocks.map((one) => ({
    ...one,
    at: one.clock === 'vendor' ? detectedAt : (done.get(one.clock) ?? null),
  }))
}

/** How a duty stands: done in time, done late, running, or overdue. */
export function standOf({ due, at }: Ticking, now: Date): 'done' | 'late' | 'running' | 'overdue' {
  if (at) return at <= due ? 'done' : 'late'
  return now > due ? 'overdue' : 'running'
}
