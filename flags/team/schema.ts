import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'
import type { TeamRole } from './roles.ts'

/** Who does what in the project (项目组). */
export const teamMembers = flags.table(
  'team_members',
  {
    companyId: company(),
    id: id(),
    role: text('role').$type<TeamRole>().notNull(),
    userId: uuid('user_id').notNull(),
    hoursPerWeek: integer('hours_per_week'),
    note: text('note'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('team_members_role').on(t.companyId, t.role),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    check(
      'team_members_role_known',
      sql`${t.role} in ('sponsor', 'lead', 'sales', 'customer', 'user', 'analyst', 'product')`,
    ),
  ],
)

/** What the firm wants of its rollout, in versions; the latest counts, and none is ever changed. */
export const charters = flags.table(
  'charters',
  {
    companyId: company(),
    id: id(),
    body: text('body').notNull(),
    by: uuid('by'),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)

export const charterSignatures = flags.table(
  'charter_signatures',
  {
    companyId: company(),
    charterId: uuid('charter_id').notNull(),
    userId: uuid('user_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.charterId, t.userId] }),
    foreignKey({
      columns: [t.companyId, t.charterId],
      foreignColumns: [charters.companyId, charters.id],
    }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
