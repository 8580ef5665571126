import { foreignKey, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, core, moment } from '../db/columns.ts'
import { apiTokens } from '../tokens/schema.ts'

/**
 * Records made by programs under an Idempotency-Key: the same key again leads to what the first
 * one made. Only the hash of what was sent is kept, so that nothing of a customer stands here.
 */
export const idempotencyKeys = core.table(
  'idempotency_keys',
  {
    companyId: company(),
    tokenId: uuid('token_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    recordId: text('record_id').notNull(),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.tokenId, t.key] }),
    foreignKey({
      columns: [t.companyId, t.tokenId],
      foreignColumns: [apiTokens.companyId, apiTokens.id],
    }),
  ],
)
