import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { viewParam, wholeList } from '../../../core/lists/choosing.ts'
import { ownerIs } from '../../../core/lists/where.ts'
import { momentIn, writePeriod } from '../../../core/reports/period.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'

/** The tickets a report is made of: those the list would show, by the same rule of who sees what. */
export const ticketsOf = (scope: Scope, { owner, department }: ReportState): SQL => sql`
  ${tickets.companyId} = ${scope.company.id} and ${tickets.archivedAt} is null
  and ${within(scope, ticketKind.view, tickets)}
  ${owner ? sql`and ${ownerIs(scope, owner, tickets)}` : sql``}
  ${department ? sql`and ${tickets.departmentId} = ${department}` : sql``}`

/** Whether something happened in the report's period; with all of time, whether it did at all. */
export const happenedIn = (scope: Scope, column: SQL, { period }: ReportState): SQL =>
  momentIn(column, scope.company.timeZone, period)

/** Those of them that were opened in the period. */
export const openedIn = (scope: Scope, state: ReportState): SQL =>
  sql`${ticketsOf(scope, state)} and ${happenedIn(scope, sql`${tickets.openedAt}`, state)}`

/** Nothing is to be done any more. */
export const isSolved = sql`${tickets.stateType} in ('solved', 'closed')`

/** The list of the tickets that a figure counts, and not the view that it opens with by itself. */
export function listOf(
  { owner, department, period }: ReportState,
  filters: Record<string, string>,
  by?: 'opened' | 'solved',
): string {
  const params = new URLSearchParams({ [viewParam]: wholeList })
  if (owner) params.set('owner', owner)
  if (department) params.set('department', department)
  if (by && (period.from || period.to)) params.set(by, writePeriod(period))
  for (const [name, value] of Object.entries(filters)) params.set(name, value)
  return `${ticketKind.href}?${params}`
}
