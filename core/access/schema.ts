import { foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, core, id, lifetime, moment } from '../db/columns.ts'

/** A firm that uses the product (公司). Its row's id is its company id. */
export const companies = core.table('companies', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  locale: text('locale').$type<'zh-CN' | 'en'>().notNull(),
  timeZone: text('time_zone').notNull().default('Asia/Shanghai'),
  currency: text('currency').notNull().default('CNY'),
  ...lifetime(),
})

/** Departments form a tree; `key` is what flags and the command line call one. */
export const departments = core.table(
  'departments',
  {
    companyId: company(),
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    archivedAt: moment('archived_at'),
    /** The kind of record for which a module keeps it closed; null of one that people work in. */
    keptFor: text('kept_for'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('departments_key').on(t.companyId, t.key),
    foreignKey({ columns: [t.companyId, t.parentId], foreignColumns: [t.companyId, t.id] }),
  ],
)

/** People who sign in. An e-mail address or a phone number is unique within the company. */
export const users = core.table(
  'users',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    passwordHash: text('password_hash'),
    locale: text('locale').$type<'zh-CN' | 'en'>(),
    theme: text('theme').$type<'light' | 'dark'>(),
    departmentId: uuid('department_id'),
    championSince: moment('champion_since'),
    disabledAt: moment('disabled_at'),
    resetAskedAt: moment('reset_asked_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('users_email').on(t.companyId, t.email),
    unique('users_phone').on(t.companyId, t.phone),
    index('users_sign_in_email').on(t.email),
    index('users_sign_in_phone').on(t.phone),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

export const userRoles = core.table(
  'user_roles',
  {
    companyId: company(),
    userId: uuid('user_id').notNull(),
    role: text('role').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId, t.role] }),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)

/** Where a company departs from what the modules grant a role by default. */
export const roleGrants = core.table(
  'role_grants',
  {
    companyId: company(),
    role: text('role').notNull(),
    permission: text('permission').notNull(),
    reach: text('reach').notNull(),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.role, t.permission] })],
)
