import { randomUUID } from 'node:crypto'
import { today } from '../../../core/calendar/reading.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Lesson } from '../courses/content.ts'
import { noteNameless } from '../learning/events.ts'
import { finishLesson } from '../learning/learning.ts'
import { isUnderWay, type Taking } from '../learning/taking.ts'
import { opinions } from './schema.ts'

/** What is asked of a course, each from 1 to 5. */
export const opinionKeys = ['useful', 'clear'] as const
export type Ratings = Record<(typeof opinionKeys)[number], number>

/** Takes what somebody thinks of a course, once, and keeps it apart from who said it. */
export async function giveOpinion(
  scope: Scope,
  registry: Registry,
  taking: Taking,
  lesson: Lesson,
  { ratings, comment }: { ratings: Ratings; comment: string },
): Promise<void> {
  if (!isUnderWay(taking) || lesson.kind !== 'survey' || taking.done.has(lesson.key)) return
  await insertMany(scope, opinions, [
    {
      ...{ id: randomUUID(), courseId: taking.course.id, lesson: lesson.key },
      ...{ on: today(scope), ratings, comment },
    },
  ])
  await noteNameless(scope, 'survey.answered', taking.course.code)
  await finishLesson(scope, registry, taking, lesson)
}
