import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'

/** It blocks them, could be better, or they are watched in a way that is not right. */
export type VoiceKind = 'blocks' | 'idea' | 'complaint'

/** What somebody says while a module is tried: it blocks them, or could be better. */
export const feedback = flags.table(
  'feedback',
  {
    companyId: company(),
    id: id(),
    kind: text('kind').$type<VoiceKind>().notNull(),
    module: text('module').notNull(),
    page: text('page').notNull(),
    text: text('text').notNull(),
    userId: uuid('user_id').notNull(),
    departmentId: uuid('department_id'),
    answer: text('answer'),
    settledAt: moment('settled_at'),
    settledBy: uuid('settled_by'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('feedback_open').on(t.companyId, t.settledAt, t.createdAt),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    check('feedback_kind', sql`${t.kind} in ('blocks', 'idea', 'complaint')`),
  ],
)
