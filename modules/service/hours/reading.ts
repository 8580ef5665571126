import { sql } from 'drizzle-orm'
import { readCalendar } from '../../../core/calendar/reading.ts'
import type { Scope } from '../../../core/scope.ts'
import { nearestOf, readAbove } from '../by-department/nearest.ts'
import { businessHours } from './schema.ts'
import { parseSpans } from './typed-spans.ts'
import type { WorkTime } from './work-time.ts'

/** When a department answers, or the whole company: `departmentId` null. */
export type Hours = {
  id: string
  departmentId: string | null
  department: string | null
  week: string[]
  onHolidays: boolean
  version: number
}

const office = '09:00-18:00'

/** What holds until a company says otherwise: Monday to Friday, nine to six. */
export const usualWeek: readonly string[] = [office, office, office, office, office, '', '']

/** The business hours of a company, its own first. There is at most one row for each department. */
export const readHours = ({ db, company }: Scope): Promise<Hours[]> =>
  db.execute<Hours>(sql`
    select h.id, h.department_id as "departmentId", d.name as department, h.week,
      h.on_holidays as "onHolidays", h.version
    from ${businessHours} h
    left join core.departments d on d.company_id = h.company_id and d.id = h.department_id
    where h.company_id = ${company.id} order by d.name nulls first, h.id limit 500`)

/** When a department works. */
export type WorkTimes = (departmentId: string | null) => WorkTime

/** The working time of every department: its own hours, or those of the next one above that has any. */
export async function readWorkTimes(scope: Scope): Promise<WorkTimes> {
  const [hours, above, calendar] = await Promise.all([
    readHours(scope),
    readAbove(scope),
    readCalendar(scope),
  ])
  const made = new Map<string | null, WorkTime>()
  const make = (departmentId: string | null): WorkTime => {
    const found = nearestOf(hours, above, departmentId)
    return {
      ...{ timeZone: scope.company.timeZone, calendar, onHolidays: found?.onHolidays ?? false },
      week: (found?.week ?? usualWeek).map((day) => parseSpans(day) ?? []),
    }
  }
  return (departmentId) => {
    const work = made.get(departmentId) ?? make(departmentId)
    made.set(departmentId, work)
    return work
  }
}
