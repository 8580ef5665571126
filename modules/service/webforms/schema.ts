import { foreignKey, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { departments } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment } from '../../../core/db/columns.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { plain } from '../../../core/records/table.ts'
import { service } from '../schema.ts'
import { tickets } from '../tickets/schema.ts'

/**
 * A form by which anybody writes to the company (网页表单), at an address that holds `key`. Whoever
 * sends it in agrees to `consent`. Closed, it says so and takes nothing.
 */
export const webForms = service.table(
  'web_forms',
  {
    companyId: company(),
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    language: text('language').$type<Locale>().notNull(),
    intro: plain('intro'),
    consent: text('consent').notNull(),
    thanks: plain('thanks'),
    departmentId: uuid('department_id'),
    closedAt: moment('closed_at'),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('web_forms_key').on(t.key),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
  ],
)

/** What was sent in: to which words its sender agreed, and when. `once` makes a second copy harmless. */
export const formEntries = service.table(
  'form_entries',
  {
    companyId: company(),
    id: id(),
    formId: uuid('form_id').notNull(),
    once: uuid('once').notNull(),
    ticketId: uuid('ticket_id').notNull(),
    consent: text('consent').notNull(),
    consentedAt: moment('consented_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('form_entries_once').on(t.companyId, t.formId, t.once),
    index('form_entries_ticket').on(t.companyId, t.ticketId),
    foreignKey({
      columns: [t.companyId, t.formId],
      foreignColumns: [webForms.companyId, webForms.id],
    }),
    foreignKey({
      columns: [t.companyId, t.ticketId],
      foreignColumns: [tickets.companyId, tickets.id],
    }),
  ],
)
