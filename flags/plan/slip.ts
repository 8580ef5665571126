import { addWorkingDays, type Calendar, workingDaysBetween } from '../../core/calendar/calendar.ts'
import type { StageCode } from './stages.ts'

export type StageDays = {
  code: StageCode
  endFirst: string | null
  endPlan: string | null
  startedOn: string | null
  endedOn: string | null
}

/** Where a stage is heading: the day it will end by what is known, and how many working days late. */
export type Outlook = { end: string | null; slip: number }

/**
 * Working days behind the first plan, stage by stage; negative when ahead. What runs late today is
 * late already, and stages that wait are pushed along by the one before them.
 */
export function outlook(
  calendar: Calendar,
  stages: readonly StageDays[],
  today: string,
): ReadonlyMap<StageCode, Outlook> {
  const found = new Map<StageCode, Outlook>()
  let pushed = 0
  for (const { code, endFirst, endPlan, startedOn, endedOn } of stages) {
    if (!endFirst || !endPlan) {
      found.set(code, { end: null, slip: pushed })
      continue
    }
    const planned = workingDaysBetween(calendar, endFirst, endPlan)
    const end =
      endedOn ??
      (startedOn
        ? later(endPlan, today)
        : addWorkingDays(calendar, endFirst, Math.max(pushed, planned)))
    pushed = workingDaysBetween(calendar, endFirst, end)
    found.set(code, { end, slip: pushed })
  }
  return found
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** `waitsFor`: ids of the work that has to be done before. */
export type ItemDays = {
  id: string
  dueFirst: string
  dueOn: string
  doneOn: string | null
  waitsFor: readonly string[]
}

/** Where a piece of work is heading, and how many working days it is behind its first day. */
export type ItemOutlook = { end: string; slip: number }

/**
 * Pieces of work with what they wait for: what is late is late today, and what waits for it can only
 * be done the working day after. Ids that are not among the items hold nothing up; in a circle,
 * which the plan does not let come about, nothing waits for itself.
 */
export function itemOutlook(
  calendar: Calendar,
  items: readonly ItemDays[],
  today: string,
): ReadonlyMap<string, ItemOutlook> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const ends = new Map<string, string>()
  const endOf = (item: ItemDays): string => {
    const known = ends.get(item.id)
    if (known) return known
    let end = item.doneOn ?? later(item.dueOn, today)
    ends.set(item.id, end)
    if (item.doneOn) return end
    for (const before of item.waitsFor.flatMap((id) => byId.get(id) ?? []))
      if (!before.doneOn) end = later(end, addWorkingDays(calendar, endOf(before), 1))
    ends.set(item.id, end)
    return end
  }
  return new Map(
    items.map((item) => {
      const end = endOf(item)
      const slip = Math.max(0, workingDaysBetween(calendar, item.dueFirst, end))
      return [item.id, { end, slip }]
    }),
  )
}
