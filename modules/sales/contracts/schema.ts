import { sql } from 'drizzle-orm'
import { bigint, date, foreignKey, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment, ownership, ownValues } from '../../../core/db/columns.ts'
import { found, plain, recordIndexes } from '../../../core/records/table.ts'
import { accounts, people } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import { quotes } from '../quotes/schema.ts'
import { sales } from '../schema.ts'
import type { StoredState } from './state.ts'

/**
 * What was agreed with a customer (合同), for how much, in minor units of its currency, and for how
 * long. `renews_id` is the one whose term it follows on; `reminded_at` says when its owner was told that its
 * own term ends.
 */
export const contracts = sales.table(
  'contracts',
  {
    companyId: company(),
    id: id(),
    number: text('number').notNull(),
    name: text('name').notNull(),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id'),
    dealId: uuid('deal_id'),
    quoteId: uuid('quote_id'),
    renewsId: uuid('renews_id'),
    totalCurrency: text('currency').notNull(),
    totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
    signedOn: date('signed_on', { mode: 'string' }),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    remindDays: integer('remind_days'),
    remindedAt: moment('reminded_at'),
    terms: plain('terms'),
    state: text('state').$type<StoredState>().notNull().default('draft'),
    own: ownValues(),
    ...found(),
    createdBy: uuid('created_by'),
    ...ownership(),
    ...lifetime(),
  },
  (t) => [
    ...recordIndexes('contracts', t),
    unique('contracts_number').on(t.companyId, t.number),
    index('contracts_account').on(t.companyId, t.accountId, t.id),
    index('contracts_person').on(t.companyId, t.personId, t.id),
    index('contracts_deal').on(t.companyId, t.dealId, t.id),
    index('contracts_renews').on(t.companyId, t.renewsId).where(sql`${t.renewsId} is not null`),
    index('contracts_ends')
      .on(t.companyId, t.endsOn)
      .where(sql`${t.state} = 'active' and ${t.archivedAt} is null`),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.personId],
      foreignColumns: [people.companyId, people.id],
    }),
    foreignKey({
      columns: [t.companyId, t.quoteId],
      foreignColumns: [quotes.companyId, quotes.id],
    }),
    foreignKey({ columns: [t.companyId, t.renewsId], foreignColumns: [t.companyId, t.id] }),
    foreignKey({ columns: [t.companyId, t.dealId], foreignColumns: [deals.companyId, deals.id] }),
  ],
)
