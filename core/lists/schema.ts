import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../access/schema.ts'
import { company, core, id, lifetime, moment, words } from '../db/columns.ts'
import type { PerLocale } from '../i18n/locale.ts'
import type { Role } from '../module.ts'

/**
 * A list as somebody wants to see it again (视图): `params` are those of its address, without the
 * page; `columns` are null where everybody's own ones are shown. Its department sees it too, and
 * people of its roles. What came prepared has a name in each language until somebody renames it.
 */
export const savedViews = core.table(
  'saved_views',
  {
    companyId: company(),
    id: id(),
    list: text('list').notNull(),
    name: text('name').notNull(),
    params: text('params').notNull(),
    columns: text('columns').array(),
    ownerId: uuid('owner_id').notNull(),
    departmentId: uuid('department_id'),
    forRoles: words('for_roles').$type<Role[]>().default([]),
    names: jsonb('names').$type<PerLocale>(),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('saved_views_name').on(t.companyId, t.list, t.ownerId, t.name),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/** Which view a list opens with, for one person or for a role; null is the whole list. */
export const listDefaults = core.table(
  'list_defaults',
  {
    companyId: company(),
    id: id(),
    list: text('list').notNull(),
    userId: uuid('user_id'),
    role: text('role').$type<Role>(),
    viewId: uuid('view_id'),
    setAt: moment('set_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('list_defaults_user').on(t.companyId, t.list, t.userId),
    unique('list_defaults_role').on(t.companyId, t.list, t.role),
    index('list_defaults_view').on(t.companyId, t.viewId),
    check('list_defaults_for_one', sql`(${t.userId} is null) <> (${t.role} is null)`),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.viewId],
      foreignColumns: [savedViews.companyId, savedViews.id],
    }).onDelete('cascade'),
  ],
)

/** Which columns a person wants in the list of a kind of record, in their order. */
export const listColumns = core.table(
  'list_columns',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    object: text('object').notNull(),
    columns: words('columns'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId, t.object] }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
