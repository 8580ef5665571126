import type { DepartmentName } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { hoursText } from './messages.ts'
import type { Hours } from './reading.ts'
import { parseSpans, printSpans } from './typed-spans.ts'

/** Names of the fields of a week, Monday first. */
export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type HoursInput = Pick<Hours, 'departmentId' | 'week' | 'onHolidays'>

/** Reads the form of business hours. @param raw department (empty: the company), days, onHolidays */
export function readHoursForm(
  { locale }: Scope,
  raw: Raw,
  departments: readonly DepartmentName[],
): { input: HoursInput; errors: Errors } {
  const t = hoursText(locale)
  const fields = new Fields(raw, locale)
  const week = days.map((day) => {
    const spans = parseSpans(raw[day] ?? '')
    if (!spans) fields.refuse(day, t.wrong)
    return printSpans(spans ?? [])
  })
  if (fields.ok && week.every((day) => day === '')) fields.refuse('mon', t.never)
  const known = departments.some(({ id }) => id === raw.department)
  if (raw.department && !known) fields.refuse('department', t.departmentMissing)
  return {
    input: { departmentId: raw.department || null, week, onHolidays: raw.onHolidays === '1' },
    errors: fields.errors,
  }
}

/** Business hours as their form shows them. */
export const rawHours = ({ departmentId, week, onHolidays }: HoursInput): Raw => ({
  department: departmentId ?? '',
  onHolidays: onHolidays ? '1' : '',
  ...Object.fromEntries(days.map((day, at) => [day, week[at] ?? ''])),
})
