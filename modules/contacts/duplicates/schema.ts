import { primaryKey, text } from 'drizzle-orm/pg-core'
import { company, lifetime } from '../../../core/db/columns.ts'
import { contacts } from '../schema.ts'

/** What may be told of a similar record that a person may not open; less to more. */
export const hints = ['nothing', 'exists', 'department', 'owner'] as const
export type Hint = (typeof hints)[number]

/** How a company wants similar records dealt with. */
export const duplicateSettings = contacts.table(
  'duplicate_settings',
  {
    companyId: company(),
    hint: text('hint', { enum: hints }).notNull(),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId] })],
)
