import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { readPlanned } from '../../../core/db/plan.ts'
import { ownerIs } from '../../../core/lists/where.ts'
import { momentIn } from '../../../core/reports/period.ts'
import type { ReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { viewTickets } from '../rights.ts'
import { tickets } from '../tickets/schema.ts'
import { viewRatings } from './rights.ts'
import { ratings } from './schema.ts'

/** What is counted of ratings. */
export const outcomes = ['asked', 'answered', 'good', 'low'] as const
export type Outcome = (typeof outcomes)[number]

export type RatingCounts = Record<Outcome, number> & { sum: number }

export type RatingFigures = RatingCounts & { id: string | null; name: string | null }

type Whose = Pick<ReportState, 'owner' | 'department'>

/**
 * The ratings of a report: within reach by whose the ticket was when its customer was asked, and of
 * tickets that are not put away and still within reach, so that the list shows all that is counted.
 */
export function ratingsOf(scope: Scope, { owner, department }: Whose): SQL {
  const { ownerId, departmentId, id } = ratings
  return sql`${ratings.companyId} = ${scope.company.id}
    and ${within(scope, viewRatings, { id, ownerId, departmentId })}
    and ${owner ? ownerIs(scope, owner, ratings) : sql`true`}
    and ${departmentIs(department)}
    and exists (select from ${tickets} where ${tickets.companyId} = ${ratings.companyId}
      and ${tickets.id} = ${ratings.ticketId} and ${tickets.archivedAt} is null
      and ${within(scope, viewTickets, tickets)})`
}

const departmentIs = (department: string | undefined): SQL => {
  if (!department) return sql`true`
  if (department === 'none') return sql`${ratings.departmentId} is null`
  return sql`${ratings.departmentId} = ${department}`
}

/** Whether a rating counts as this; who was asked counts on the day of asking, all else on that of the answer. */
export function countsAs(
  { company }: Pick<Scope, 'company'>,
  outcome: Outcome,
  period: ReportState['period'],
): SQL {
  if (outcome === 'asked') return momentIn(sql`${ratings.askedAt}`, company.timeZone, period)
  const given = momentIn(sql`${ratings.ratedAt}`, company.timeZone, period)
  if (outcome === 'good') return sql`(${given} and ${ratings.score} >= 4)`
  if (outcome === 'low') return sql`(${given} and ${ratings.score} <= 2)`
  return given
}

/** The figures of each person, or of each department. */
export const figuresBy = (
  scope: Scope,
  state: ReportState,
  by: 'owner' | 'department',
): Promise<RatingFigures[]> => {
  const column = by === 'owner' ? ratings.ownerId : ratings.departmentId
  const names = by === 'owner' ? sql`core.users` : sql`core.departments`
  const is = (outcome: Outcome) => countsAs(scope, outcome, state.period)
  const counts = outcomes.map(
    (one) => sql`count(*) filter (where ${is(one)})::int as ${sql.identifier(one)}`,
  )
  return readPlanned<RatingFigures>(
    scope.db,
    sql`select f.*, n.name from (
      select ${column} as id, ${sql.join(counts, sql`, `)},
        coalesce(sum(${ratings.score}) filter (where ${is('answered')}), 0)::int as sum
      from ${ratings} where ${ratingsOf(scope, state)} group by 1) f
      left join ${names} n on n.company_id = ${scope.company.id} and n.id = f.id
      where f.asked > 0 or f.answered > 0 order by f.answered desc, n.name, f.id limit 200`,
  )
}

export const sumUp = (rows: readonly RatingCounts[]): RatingCounts =>
  rows.reduce(
    (all, row) => ({
      asked: all.asked + row.asked,
      answered: all.answered + row.answered,
      sum: all.sum + row.sum,
      good: all.good + row.good,
      low: all.low + row.low,
    }),
    { asked: 0, answered: 0, sum: 0, good: 0, low: 0 },
  )
