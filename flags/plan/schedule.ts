import {
  addWorkingDays,
  type Calendar,
  nextWorkingDay,
  shiftDay,
  workingDaysBetween,
} from '../../core/calendar/calendar.ts'
import { type Size, type StageCode, stageCodes, weeksOf } from './stages.ts'
import { type TemplateItem, templateItems } from './template.ts'

export type Span = { code: StageCode; start: string; end: string | null }

/** The last stage has no end; its first round of work is spread over a quarter. */
const quarter = 13

/** When each stage begins and ends: five working days to the week, one behind the other. */
export function planStages(calendar: Calendar, startsOn: string, size: Size): Span[] {
  let start = nextWorkingDay(calendar, startsOn)
  return stageCodes.map((code) => {
    if (code === 'S6') return { code, start, end: null }
    const end = addWorkingDays(calendar, start, 5 * weeksOf[code][size] - 1)
    const span = { code, start, end }
    start = nextWorkingDay(calendar, shiftDay(end, 1))
    return span
  })
}

export type PlannedItem = TemplateItem & { dueOn: string }

/** The template's work with its days; a first win falls within the first three weeks of the pilot. */
export function planWork(calendar: Calendar, spans: readonly Span[]): PlannedItem[] {
  return templateItems.map((item) => {
    const span = spans.find(({ code }) => code === item.stage)
    if (!span) throw new Error(`The plan has no stage ${item.stage}; add it to stages.ts.`)
    const last = span.end ?? addWorkingDays(calendar, span.start, 5 * quarter - 1)
    const days = Math.round(workingDaysBetween(calendar, span.start, last) * item.at)
    const most = item.code === 'first-win' ? 14 : days
    return { ...item, dueOn: addWorkingDays(calendar, span.start, Math.min(days, most)) }
  })
}
