import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../core/access/schema.ts'
import { company, id, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'

/** Who answers: a firm's leaders, the leads of its departments, everybody else. */
export const groups = ['leaders', 'managers', 'staff'] as const
export type Group = (typeof groups)[number]

/** One round of a survey: whom it asks is written down when it opens. */
export const surveyRuns = flags.table(
  'survey_runs',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').notNull(),
    /** Which of its questions: all of them, or the short form. */
    form: text('form').$type<'full' | 'short'>().notNull(),
    questionsVersion: integer('questions_version').notNull(),
    openedAt: moment('opened_at').notNull().defaultNow(),
    openedBy: uuid('opened_by'),
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    closedAt: moment('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('survey_runs_kind').on(t.companyId, t.kind, t.id),
  ],
)

/** Somebody who is asked, as what, and whether they have answered; never what. */
export const surveyInvitations = flags.table(
  'survey_invitations',
  {
    companyId: company(),
    runId: uuid('run_id').notNull(),
    userId: uuid('user_id').notNull(),
    group: text('group').$type<Group>().notNull(),
    departmentId: uuid('department_id'),
    answered: boolean('answered').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.runId, t.userId] }),
    index('survey_invitations_person').on(t.companyId, t.userId, t.answered),
    foreignKey({
      columns: [t.companyId, t.runId],
      foreignColumns: [surveyRuns.companyId, surveyRuns.id],
    }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/**
 * What somebody answered, without who and when: ids are drawn by lot, so that not even their order
 * tells. The department is kept only where at least four were asked (R22).
 */
export const surveyResponses = flags.table(
  'survey_responses',
  {
    companyId: company(),
    id: uuid('id').notNull(),
    runId: uuid('run_id').notNull(),
    group: text('group').$type<Group>().notNull(),
    departmentId: uuid('department_id'),
    /** By the question's number: 1 to 5, or null for “don’t know”. */
    answers: jsonb('answers').$type<Record<string, number | null>>().notNull(),
    comment: text('comment').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('survey_responses_run').on(t.companyId, t.runId),
    foreignKey({
      columns: [t.companyId, t.runId],
      foreignColumns: [surveyRuns.companyId, surveyRuns.id],
    }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)
