import { sql } from 'drizzle-orm'
import {
  check,
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
import type { Audience, Kill, Subject, Variant } from './snapshot.ts'

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

/** Who has which module: the truth that module flags are computed from. No row, no module. */
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
  ],
)

/** Modules stopped at once for everybody; the row is there exactly while the module is stopped. */
export const kills = flags.table(
  'kills',
  {
    companyId: company(),
    module: text('module').notNull(),
    since: moment('since').notNull().defaultNow(),
    by: uuid('by'),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.module] })],
)

/** All that decides one module: the rows of its audience, and its kill switch. */
export type ModuleRows = { audiences: Audience[]; kill?: Kill }

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
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('changes_module').on(t.companyId, t.module, t.id),
    foreignKey({ columns: [t.companyId, t.undoes], foreignColumns: [t.companyId, t.id] }),
  ],
)

export type Action = 'opened' | 'closed' | 'killed' | 'revived' | 'undone'
