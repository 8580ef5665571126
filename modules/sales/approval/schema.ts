import { sql } from 'drizzle-orm'
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import { plain, sales } from '../schema.ts'
import type { Step } from './steps.ts'

/**
 * Something that waits for one or two people to agree (审批), or did. `title`, amount and reason are as
 * they were when it was asked; `department_id` and `asked_by` say whose leaders may decide.
 */
export const approvals = sales.table(
  'approvals',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    recordId: uuid('record_id').notNull(),
    title: text('title').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    departmentId: uuid('department_id'),
    askedBy: uuid('asked_by').notNull(),
    reason: plain('reason'),
    state: text('state').$type<ApprovalState>().notNull().default('waiting'),
    /** Which step is next, from 1. */
    step: integer('step').notNull().default(1),
    steps: jsonb('steps').$type<Step[]>().notNull(),
    decidedAt: moment('decided_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('approvals_waiting')
      .on(t.companyId, t.object, t.recordId)
      .where(sql`${t.state} = 'waiting'`),
    index('approvals_state').on(t.companyId, t.state, t.createdAt, t.id),
    index('approvals_record').on(t.companyId, t.object, t.recordId, t.id),
    index('approvals_asked').on(t.companyId, t.askedBy, t.createdAt, t.id),
  ],
)

export type ApprovalState = 'waiting' | 'approved' | 'returned' | 'withdrawn'

/** Who decided a step, and for whom where they stood in (代理). Each step is decided once. */
export const approvalDecisions = sales.table(
  'approval_decisions',
  {
    companyId: company(),
    id: id(),
    approvalId: uuid('approval_id').notNull(),
    step: integer('step').notNull(),
    verdict: text('verdict').$type<'approved' | 'returned'>().notNull(),
    by: uuid('by').notNull(),
    insteadOf: uuid('instead_of'),
    comment: plain('comment'),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('approval_decisions_step').on(t.companyId, t.approvalId, t.step),
    foreignKey({
      columns: [t.companyId, t.approvalId],
      foreignColumns: [approvals.companyId, approvals.id],
    }),
  ],
)

/**
 * Who has to agree to what from which amount on, in minor units of the company's currency. Without a
 * department it holds everywhere; without an approver it is whoever leads there.
 */
export const approvalRules = sales.table(
  'approval_rules',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    step: integer('step').notNull(),
    departmentId: uuid('department_id'),
    overMinor: bigint('over_minor', { mode: 'number' }).notNull(),
    approverId: uuid('approver_id'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
    foreignKey({
      columns: [t.companyId, t.approverId],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
)

/** Who decides for somebody while they are away; on which days that is, core/absences says. */
export const deputies = sales.table(
  'deputies',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    deputyId: uuid('deputy_id').notNull(),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index('deputies_deputy').on(t.companyId, t.deputyId),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({ columns: [t.companyId, t.deputyId], foreignColumns: [users.companyId, users.id] }),
  ],
)
