import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import type { TourContent } from './content.ts'

/** A tour as it is being written. @property published the number of the version people follow */
export type WrittenTour = {
  id: string
  code: string
  draft: TourContent
  state: 'draft' | 'review' | 'published'
  submittedBy: string | null
  published: number | null
  owner: string | null
  reviewDueOn: string
  archivedAt: Date | null
  version: number
}

const written = ({ company }: Scope) => sql`
  select t.id, t.code, t.draft, t.state, t.submitted_by as "submittedBy", v.number as published,
    u.name as owner, t.review_due_on::text as "reviewDueOn", t.archived_at as "archivedAt",
    t.version
  from training.tours t
  left join training.tour_versions v on v.company_id = t.company_id and v.id = t.published_id
  left join core.users u on u.company_id = t.company_id and u.id = t.owner_id
  where t.company_id = ${company.id}`

/** The tours a company wrote; those put away stand last. */
export const readWrittenTours = (scope: Scope): Promise<WrittenTour[]> =>
  scope.db.execute<WrittenTour>(sql`
    ${written(scope)} order by t.archived_at is not null, t.name, t.id limit 200`)

/** One of them. @throws Refusal 404 */
export async function readWrittenTour(scope: Scope, id: string): Promise<WrittenTour> {
  const [tour] = await scope.db.execute<WrittenTour>(sql`${written(scope)} and t.id = ${id}`)
  if (!tour) throw notFound()
  return tour
}
