import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { ownerIs } from '../../../core/lists/where.ts'
import { writePeriod } from '../../../core/reports/period.ts'
import type { Scope } from '../../../core/scope.ts'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import type { ReportState } from './state.ts'

/** The deals a report is made of: those the list would show, by the same rule of who sees what. */
export const dealsOf = (scope: Scope, { owner, department, pipeline }: ReportState): SQL => sql`
  ${deals.companyId} = ${scope.company.id} and ${deals.archivedAt} is null
  and ${within(scope, dealKind.view, deals)}
  ${owner ? sql`and ${ownerIs(scope, owner, deals)}` : sql``}
  ${department ? sql`and ${deals.departmentId} = ${department}` : sql``}
  ${pipeline ? sql`and ${deals.pipelineId} = ${pipeline.id}` : sql``}`

/** The list of the deals that a figure counts. */
export function listOf(
  { owner, department, pipeline, period }: ReportState,
  filters: Record<string, string>,
  by?: 'closed' | 'started',
): string {
  const params = new URLSearchParams({ view: 'list' })
  if (pipeline) params.set('pipeline', pipeline.name)
  if (owner) params.set('owner', owner)
  if (department) params.set('department', department)
  if (by && (period.from || period.to)) params.set(by, writePeriod(period))
  for (const [name, value] of Object.entries(filters)) params.set(name, value)
  return `${dealKind.href}?${params}`
}
