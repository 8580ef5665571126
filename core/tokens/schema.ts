import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../access/schema.ts'
import { company, core, id, moment } from '../db/columns.ts'

/** What a token opens: the REST API, or the flags served to other programs of the company. */
export const tokenKinds = ['api', 'unleash'] as const
export type TokenKind = (typeof tokenKinds)[number]

/**
 * By what programs come in, each in somebody's name. `token_hash` is the SHA-256 of the token: who
 * reads this table can come in as nobody. `hint` is its end, by which people tell tokens apart.
 */
export const apiTokens = core.table(
  'api_tokens',
  {
    companyId: company(),
    id: id(),
    userId: uuid('user_id').notNull(),
    kind: text('kind').$type<TokenKind>().notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    hint: text('hint').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: uuid('created_by'),
    expiresAt: moment('expires_at'),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('api_tokens_token').on(t.tokenHash),
    index('api_tokens_user').on(t.companyId, t.userId),
    foreignKey({ columns: [t.companyId, t.userId], foreignColumns: [users.companyId, users.id] }),
  ],
)
