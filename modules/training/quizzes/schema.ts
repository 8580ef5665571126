import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id, moment } from '../../../core/db/columns.ts'
import { questions } from '../courses/schema.ts'
import { assignments } from '../learning/schema.ts'
import { training } from '../schema.ts'
import type { Drawn, Given } from './grading.ts'

/** One go at a quiz: the questions as they were drawn, and what was answered. */
export const attempts = training.table(
  'attempts',
  {
    companyId: company(),
    id: id(),
    assignmentId: uuid('assignment_id').notNull(),
    lesson: text('lesson').notNull(),
    number: integer('number').notNull(),
    drawn: jsonb('drawn').$type<Drawn[]>().notNull(),
    given: jsonb('given').$type<Given>(),
    /** Percent. */
    score: doublePrecision('score'),
    passed: boolean('passed'),
    startedAt: moment('started_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('attempts_number').on(t.companyId, t.assignmentId, t.lesson, t.number),
    foreignKey({
      columns: [t.companyId, t.assignmentId],
      foreignColumns: [assignments.companyId, assignments.id],
    }),
  ],
)

/** How each question of a finished attempt was answered, for the figures on questions. */
export const answers = training.table(
  'answers',
  {
    companyId: company(),
    attemptId: uuid('attempt_id').notNull(),
    questionId: uuid('question_id').notNull(),
    /** The question as it was worded then. */
    questionVersion: integer('question_version').notNull(),
    correct: boolean('correct').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.attemptId, t.questionId] }),
    index('answers_question').on(t.companyId, t.questionId),
    foreignKey({
      columns: [t.companyId, t.attemptId],
      foreignColumns: [attempts.companyId, attempts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.questionId],
      foreignColumns: [questions.companyId, questions.id],
    }),
  ],
)
