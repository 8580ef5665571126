import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { workItems } from '../plan/schema.ts'
import type { StageCode } from '../plan/stages.ts'
import { flags } from '../schema.ts'

/** What went well in a stage, what did not, and what is done otherwise from now on. */
export type LessonKind = 'well' | 'badly' | 'change'

/** What was learned in a stage of the rollout (经验教训). */
export const lessons = flags.table(
  'lessons',
  {
    companyId: company(),
    id: id(),
    stage: text('stage').$type<StageCode>().notNull(),
    kind: text('kind').$type<LessonKind>().notNull(),
    text: text('text').notNull(),
    /** Who sees to a change. */
    ownerId: uuid('owner_id'),
    /** The work that a change was made of. */
    workItemId: uuid('work_item_id'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('lessons_stage').on(t.companyId, t.stage, t.id),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.workItemId],
      foreignColumns: [workItems.companyId, workItems.id],
    }),
    check('lessons_kind', sql`${t.kind} in ('well', 'badly', 'change')`),
  ],
)
