import type { LessonKind } from '../schema.ts'

const kinds: Record<LessonKind, string> = {
  well: 'What went well',
  badly: 'What did not go well',
  change: 'What we change',
}

export const en = {
  title: 'Lessons learned',
  kinds,
  text: 'At the end of each rollout stage: what went well, what did not, and what will be done differently from now on. Each change becomes work in the plan.',
  empty: 'Nothing is written down yet',
  emptyText: 'Sit together for half an hour before the gate, and write down what you learned.',
  none: 'Nothing yet.',
  done: 'done',
  open: 'in the plan',
  ofStage: (stage: string) => `Lessons of ${stage}`,
  register: {
    title: 'Lessons learned',
    add: 'Write down a lesson',
    edit: 'Lesson',
    saved: 'The lesson is saved.',
    removed: 'The lesson is removed.',
    removeTitle: 'Remove this lesson?',
    removeText: 'Work made from it stays in the plan.',
  },
}
