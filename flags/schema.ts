import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../core/access/schema.ts'
import { company, id, moment } from '../core/db/columns.ts'
import type { Strictness } from './matrix/schema.ts'
import type { Audience, CellState, Kill, Subject, Variant } from './snapshot.ts'

export const flags = pgSchema('flags')

/** Imported Unleash features, each exactly as it came. Modules have none: theirs follow from audiences. */
export const features = flags.table(
  'features',
  {
    companyId: company(),
    name: text('name').notNull(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.name] })],
)

/** Imported Unleash segments, under the numbers their features call them by. */
export const segments = flags.table(
  'segments',
  {
    companyId: company(),
    number: integer('number').notNull(),
    document: jsonb('document').$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.number] })],
)

/**
 * Who has which module, and how far it has come for them: the cells of the rollout matrix, and people
 * and roles beside them. The truth that module flags are computed from. No row, no module.
 */
export const audiences = flags.table(
  'audiences',
  {
    companyId: company(),
    id: id(),
    module: text('module').notNull(),
    kind: text('kind').$type<Subject['kind']>().notNull(),
    departmentId: uuid('department_id'),
    userId: uuid('user_id'),
    role: text('role'),
    percentage: integer('percentage'),
    variant: text('variant').$type<Variant>().notNull().default('write'),
    state: text('state').$type<CellState>().notNull().default('on'),
    until: moment('until'),
    /** The day by which it must be looked at again, where nobody could show that it works. */
    expiresOn: date('expires_on'),
    since: moment('since').notNull().defaultNow(),
    by: uuid('by'),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('audiences_subject')
      .on(t.companyId, t.module, t.kind, t.departmentId, t.userId, t.role)
      .nullsNotDistinct(),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    check(
      'audiences_kind',
      sql`(${t.kind} = 'department') = (${t.departmentId} is not null)
        and (${t.kind} = 'person') = (${t.userId} is not null)
        and (${t.kind} = 'role') = (${t.role} is not null)
        and (${t.kind} = 'percentage') = (${t.percentage} is not null)
        and ${t.kind} in ('everyone', 'department', 'person', 'role', 'percentage')`,
    ),
    check('audiences_percentage', sql`${t.percentage} between 1 and 100`),
    check('audiences_variant', sql`${t.variant} in ('read', 'write')`),
    check(
      'audiences_state',
      sql`${t.state} in ('off', 'pilot', 'on', 'read')
        and (${t.state} = 'read') = (${t.until} is not null)
        and (${t.state} <> 'read' or ${t.variant} = 'read')
        and (${t.state} <> 'off' or ${t.kind} = 'department')`,
    ),
  ],
)

/**
 * Modules stopped at once, for everybody or for a department and all below it; the row is there exactly
 * while the module is stopped. An empty reason is owed.
 */
export const kills = flags.table(
  'kills',
  {
    companyId: company(),
    id: id(),
    module: text('module').notNull(),
    departmentId: uuid('department_id'),
    since: moment('since').notNull().defaultNow(),
    by: uuid('by'),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('kills_place').on(t.companyId, t.module, t.departmentId).nullsNotDistinct(),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/** All that decides one module: its cells, its kill switch, and the departments it is frozen for. */
export type ModuleRows = { audiences: Audience[]; kill?: Kill; frozen?: Kill[] }

/** Every change of who has a module, with the rows before and after, so that it can be undone. */
export const changes = flags.table(
  'changes',
  {
    companyId: company(),
    id: id(),
    module: text('module').notNull(),
    action: text('action').$type<Action>().notNull(),
    before: jsonb('before').$type<ModuleRows>().notNull(),
    after: jsonb('after').$type<ModuleRows>().notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull().defaultNow(),
    by: uuid('by'),
    requestId: text('request_id').notNull(),
    undoes: uuid('undoes'),
    /** The cell that was changed, and to what; no department means the whole company. */
    departmentId: uuid('department_id'),
    state: text('state').$type<CellState | 'above'>(),
    strictness: text('strictness').$type<Strictness>(),
    secondBy: uuid('second_by'),
    decisionId: uuid('decision_id'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('changes_module').on(t.companyId, t.module, t.id),
    foreignKey({ columns: [t.companyId, t.undoes], foreignColumns: [t.companyId, t.id] }),
  ],
)

export type Action =
  | 'opened'
  | 'closed'
  | 'set'
  | 'killed'
  | 'revived'
  | 'frozen'
  | 'thawed'
  | 'explained'
  | 'undone'
