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

export type ItemDays = { dueFirst: string; dueOn: string; doneOn: string | null }

/** Working days by which a piece of work is behind its first day: done late, put off, or overdue. */
export const itemSlip = (calendar: Calendar, item: ItemDays, today: string): number =>
  Math.max(0, workingDaysBetween(calendar, item.dueFirst, item.doneOn ?? later(item.dueOn, today)))
