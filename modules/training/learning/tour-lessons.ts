import { sql } from 'drizzle-orm'
import type { Product } from '../../../core/product.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Lesson } from '../courses/content.ts'
import { playerOf, storyOf } from '../tours/story.ts'
import { missingIn, readTours, type Tour } from '../tours/tours.ts'
import { finishLesson } from './learning.ts'
import { readTaking } from './taking.ts'

/**
 * What a lesson that is a tour shows. `told` is missing where the tour is gone; `mayRead` where not
 * all of it can be followed by whoever takes it, so that the text stands for it.
 */
export type TourLesson = { told: { tour: Tour; story: string } | undefined; mayRead: boolean }

/** The tour of a lesson, as the caller follows it from there. @param href where the player leads back to */
export async function readTourLesson(
  scope: Scope,
  product: Pick<Product, 'registry' | 'files'>,
  lesson: Lesson,
  href: string,
): Promise<TourLesson> {
  const tour = (await readTours(scope)).find(({ code }) => code === lesson.tour)
  if (!tour) return { told: undefined, mayRead: true }
  const { registry } = product
  const follower = { reach: scope.user.reach, modules: scope.modules }
  const isHidden = tour.steps.some((step) => missingIn(registry, follower, tour, step))
  const story = storyOf({ scope, registry, player: playerOf(product) }, tour, { back: href })
  return { told: { tour, story }, mayRead: isHidden || (await hasMissed(scope, tour)) }
}

/** Whether the caller came to a step of it that had nothing to point at. */
async function hasMissed({ db, company, user }: Scope, { code }: Tour): Promise<boolean> {
  const rows = await db.execute(sql`
    select from training.learning_events e where e.company_id = ${company.id}
      and e.user_id = ${user.id} and e.kind = 'tour.target_missing' and e.object = ${code}
      and e.data ->> 'cause' <> 'otherPage' limit 1`)
  return rows.length > 0
}

/**
 * Whether the caller did every step of a tour since they began it last. That they did its last one is
 * what they have just told.
 */
export async function hasFollowed(
  { db, company, user }: Scope,
  { code, steps }: Tour,
): Promise<boolean> {
  const rows = await db.execute<{ step: string }>(sql`
    select distinct e.step from training.learning_events e
    where e.company_id = ${company.id} and e.user_id = ${user.id} and e.object = ${code}
      and e.kind = 'tour.step_done' and e.at >= (select max(s.at) from training.learning_events s
        where s.company_id = e.company_id and s.user_id = e.user_id and s.object = e.object
          and s.kind = 'tour.started')`)
  const done = new Set(rows.map(({ step }) => step))
  return steps.slice(0, -1).every(({ key }) => done.has(key))
}

/** Whoever followed a tour has done the lessons that it is, in every course they are taking. */
export async function finishTourLessons(
  scope: Scope,
  registry: Registry,
  { code }: Tour,
): Promise<void> {
  const rows = await scope.db.execute<{ courseId: string; lesson: string }>(sql`
    select a.course_id as "courseId", l ->> 'key' as lesson from training.assignments a
    join training.course_versions v on v.company_id = a.company_id and v.id = a.version_id
    cross join lateral jsonb_array_elements(v.content -> 'lessons') l
    where a.company_id = ${scope.company.id} and a.user_id = ${scope.user.id}
      and a.status = 'in_progress' and a.started_at is not null
      and l ->> 'kind' = 'tour' and l ->> 'tour' = ${code}
      and not exists (select from training.progress p where p.company_id = a.company_id
        and p.assignment_id = a.id and p.lesson = l ->> 'key' and p.done_at is not null)
    order by a.id limit 50`)
  for (const { courseId, lesson } of rows) {
    const taking = await readTaking(scope, courseId)
    await finishLesson(scope, registry, taking, { key: lesson }, 'followed')
  }
}
