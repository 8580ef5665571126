import { readDirectory } from '../access/directory.ts'
import { today } from '../calendar/reading.ts'
import { isId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { type Period, readPeriod } from './period.ts'

export const spans = ['all', 'month', 'quarter', 'year', 'lastYear', 'own'] as const
export type Span = (typeof spans)[number]

/** What a report is about, as its address says it. */
export type ReportState = {
  span: Span
  period: Period
  /** `me`, or a colleague's id. */
  owner: string | undefined
  department: string | undefined
}

/** Reads a report's address; what makes no sense is left out. */
export async function readReportState(scope: Scope, params: URLSearchParams): Promise<ReportState> {
  const { departments } = await readDirectory(scope)
  const given = (name: string) => params.get(name) ?? undefined
  const span = spans.find((one) => one === given('span')) ?? 'all'
  const owner = given('owner')
  const own = readPeriod(`${given('from') ?? ''}..${given('to') ?? ''}`)
  return {
    span,
    period: span === 'own' ? own : periodOf(span, today(scope)),
    owner: owner && (owner === 'me' || isId(owner)) ? owner : undefined,
    department: departments.find(({ id }) => id === given('department'))?.id,
  }
}

/** The days of a span around a day: both ends lie within it. */
export function periodOf(span: Exclude<Span, 'own'>, day: string): Period {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const ends = (from: number, months: number): Period => ({
    from: iso(year, from, 1),
    to: iso(year, from + months, 0),
  })
  switch (span) {
    case 'month':
      return ends(month, 1)
    case 'quarter':
      return ends(month - ((month - 1) % 3), 3)
    case 'year':
      return ends(1, 12)
    case 'lastYear':
      return ends(-11, 12)
    default:
      return {}
  }
}

/** A day by year, month from 1 and day; both may lie outside of their range. */
export const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

/** The parameters of a report's address. */
export function reportParams({ span, period, owner, department }: ReportState): URLSearchParams {
  const params = new URLSearchParams()
  if (span !== 'all') params.set('span', span)
  if (span === 'own' && period.from) params.set('from', period.from)
  if (span === 'own' && period.to) params.set('to', period.to)
  if (owner) params.set('owner', owner)
  if (department) params.set('department', department)
  return params
}
