import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import type { StageCode } from '../plan/stages.ts'
import { flags } from '../schema.ts'

export type RequestState = 'asked' | 'approved' | 'declined' | 'displaced'

/** Something that people want besides what was planned (需求变更), and what became of it. */
export const changeRequests = flags.table(
  'change_requests',
  {
    companyId: company(),
    id: id(),
    need: text('need').notNull(),
    benefit: text('benefit'),
    askedBy: uuid('asked_by'),
    module: text('module'),
    stage: text('stage').$type<StageCode>().notNull(),
    effortHours: integer('effort_hours'),
    /** Minor units of the cost plan's currency. */
    cost: bigint('cost', { mode: 'number' }).notNull(),
    state: text('state').$type<RequestState>().notNull().default('asked'),
    /** It was approved though the stage's budget had no room for it. */
    overBudget: boolean('over_budget').notNull().default(false),
    displacedBy: uuid('displaced_by'),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at'),
    reason: text('reason'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('change_requests_stage').on(t.companyId, t.stage, t.state),
    foreignKey({ columns: [t.companyId, t.askedBy], foreignColumns: [users.companyId, users.id] }),
    check(
      'change_requests_state',
      sql`${t.state} in ('asked', 'approved', 'declined', 'displaced')`,
    ),
  ],
)
