import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { sayIn } from '../courses/content.ts'
import { reviewDays } from '../curriculum/installing.ts'
import { askForReview } from '../reviewing.ts'
import type { TourContent } from './content.ts'
import type { WrittenTour } from './reading.ts'
import { tours, tourVersions } from './schema.ts'

export const tourObject = 'training.tour' as const

/**
 * Begins a tour as a draft, which nobody else sees.
 * @param given the code it has elsewhere, or that of one that comes along, whose place it takes once it
 * is published
 * @returns its id; undefined when there is one of that code already
 */
export async function writeTour(
  scope: Scope,
  draft: TourContent,
  given?: string,
): Promise<string | undefined> {
  const id = newId()
  const code = given ?? `own-${id.slice(-8)}`
  const [made] = await scope.db
    .insert(tours)
    .values({
      ...{ companyId: scope.company.id, id, code, name: nameOf(scope, draft), draft },
      ...{ ownerId: scope.actorId, reviewDueOn: shiftDay(today(scope), reviewDays) },
    })
    .onConflictDoNothing()
    .returning({ id: tours.id })
  if (!made) return undefined
  await recordAudit(scope, {
    ...{ action: 'created', object: tourObject, recordId: id },
    after: { title: draft.title, start: draft.start },
  })
  return id
}

/** Changes what is being written; people follow what was published. @returns conflict when somebody was faster */
export async function saveTour(
  scope: Scope,
  tour: Pick<WrittenTour, 'id' | 'draft'>,
  version: number,
  draft: TourContent,
): Promise<'saved' | 'conflict'> {
  if (JSON.stringify(tour.draft) === JSON.stringify(draft)) return 'saved'
  const saved = await scope.db
    .update(tours)
    .set({
      ...{ draft, name: nameOf(scope, draft), state: 'draft', submittedBy: null },
      ...{ version: version + 1, updatedAt: scope.now() },
    })
    .where(sql`company_id = ${scope.company.id} and id = ${tour.id} and version = ${version}`)
    .returning({ id: tours.id })
  if (saved.length === 0) return 'conflict'
  await recordAudit(scope, {
    ...{ action: 'changed', object: tourObject, recordId: tour.id },
    after: { title: draft.title, start: draft.start, steps: draft.steps.length },
  })
  return 'saved'
}

/** Asks for somebody else to look at a tour and publish it. Asked twice, it is asked once. */
export async function submitTour(scope: Scope, { id }: WrittenTour): Promise<void> {
  const asked = await scope.db.execute(sql`
    update training.tours set state = 'review', submitted_by = ${scope.actorId}, updated_at = now()
    where company_id = ${scope.company.id} and id = ${id} and state = 'draft' returning id`)
  if (asked.length === 0) return
  await recordAudit(scope, { action: 'submitted', object: tourObject, recordId: id })
  await askForReview(scope, 'tour', { object: tourObject, recordId: id })
}

/** Publishes what is written as the next version. @returns its number; undefined when somebody was faster */
export async function publishTour(scope: Scope, tour: WrittenTour): Promise<number | undefined> {
  const versionId = newId()
  const number = (tour.published ?? 0) + 1
  const changed = await scope.db.execute(sql`
    update training.tours set published_id = ${versionId}, state = 'published', submitted_by = null,
      version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${tour.id} and version = ${tour.version}
    returning id`)
  if (changed.length === 0) return undefined
  await insertMany(scope, tourVersions, [
    {
      ...{ id: versionId, tourId: tour.id, number, content: tour.draft },
      ...{ publishedAt: scope.now(), publishedBy: scope.actorId },
    },
  ])
  await recordAudit(scope, {
    ...{ action: 'published', object: tourObject, recordId: tour.id, after: { number } },
  })
  return number
}

/** Puts a tour away, so that nobody follows it any more, or takes it back. */
export async function setTourAway(scope: Scope, tour: WrittenTour, away: boolean): Promise<void> {
  if ((tour.archivedAt !== null) === away) return
  await scope.db.execute(sql`
    update training.tours set archived_at = ${away ? scope.now().toISOString() : null},
      version = version + 1, updated_at = now()
    where company_id = ${scope.company.id} and id = ${tour.id}`)
  await recordAudit(scope, {
    ...{ action: away ? 'archived' : 'restored', object: tourObject, recordId: tour.id },
  })
}

const nameOf = ({ company }: Scope, { title }: TourContent): string => sayIn(company.locale, title)
