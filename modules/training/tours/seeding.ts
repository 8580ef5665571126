import type { Scope } from '../../../core/scope.ts'
import type { Random } from '../../../core/seed/random.ts'
import { noteLearning } from '../learning/events.ts'
import type { TourContent } from './content.ts'
import { readWrittenTour, readWrittenTours } from './reading.ts'
import { publishTour, writeTour } from './writing.ts'

const draft: TourContent = {
  title: { 'zh-CN': '三步学完一门课', en: 'A course in three steps' },
  ...{ start: '/training', offered: true },
  steps: [
    {
      ...{ key: 'list', path: '/training' },
      body: {
        'zh-CN': '要学的课都在这里，快到期的排在最前面。',
        en: 'What you are to learn stands here; what is due soonest comes first.',
      },
    },
    {
      ...{ key: 'help', anchor: 'help', path: '/training' },
      body: {
        'zh-CN': '卡住了就点问号，也可以问部门的推广员。',
        en: 'Stuck? The question mark helps, and so does the champion of your department.',
      },
    },
    {
      ...{ key: 'more', anchor: 'search', path: '/training' },
      body: { 'zh-CN': '找课程，从这里搜也行。', en: 'Courses can be searched here too.' },
    },
  ],
}

/** A tour of the company's own, published, once. @returns its code; undefined when it is there already */
export async function seedTour(scope: Scope): Promise<string | undefined> {
  if ((await readWrittenTours(scope)).length > 0) return undefined
  const id = await writeTour(scope, draft)
  if (!id) return undefined
  const tour = await readWrittenTour(scope, id)
  await publishTour(scope, tour)
  return tour.code
}

/** Somebody follows it: to its end, or until they leave. */
export async function followTour(
  scope: Scope,
  random: Random,
  userId: string,
  object: string,
): Promise<void> {
  const { length } = draft.steps
  const seen = random.chance(0.7) ? length + 1 : 1 + random.below(length)
  const about = { object, objectVersion: 1, userId, departmentId: null }
  const steps = draft.steps.slice(0, seen).map(({ key }) => key)
  const isFinished = seen > length
  await noteLearning(scope, [
    { kind: 'tour.started', ...about },
    ...steps.map((step) => ({ kind: 'tour.step_viewed' as const, ...about, step })),
    {
      kind: isFinished ? 'tour.finished' : 'tour.closed',
      ...{ ...about, step: steps.at(-1) ?? '' },
    },
  ])
}
