import { sql } from 'drizzle-orm'
import { check, foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment, ownership, ownValues } from '../../../core/db/columns.ts'
import { found, live, plain, recordIndexes, tallyColumns } from '../../../core/records/table.ts'
import { accounts, people } from '../../contacts/public.ts'
import { deals } from '../deals/schema.ts'
import { sales } from '../schema.ts'

/**
 * A first interest of somebody (线索), before it is known what will come of it. Once converted it
 * stays, and names what it became.
 */
export const leads = sales.table(
  'leads',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    person: plain('person'),
    title: plain('title'),
    mobile: plain('mobile'),
    mobileE164: text('mobile_e164'),
    phone: plain('phone'),
    phoneE164: text('phone_e164'),
    email: plain('email'),
    emailKey: text('email_key'),
    wechat: plain('wechat'),
    website: plain('website'),
    domain: text('domain'),
    companyKey: text('company_key').notNull(),
    industry: plain('industry'),
    region: plain('region'),
    source: plain('source'),
    status: text('status').notNull().default('new').$type<'new' | 'working' | 'unfit'>(),
    about: plain('about'),
    convertedAt: moment('converted_at'),
    convertedBy: uuid('converted_by'),
    accountId: uuid('account_id'),
    personId: uuid('person_id'),
    dealId: uuid('deal_id'),
    own: ownValues(),
    ...found(),
    ...ownership(),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    ...recordIndexes('leads', t),
    index('leads_status').on(t.companyId, t.status, t.id).where(live(t)),
    index('leads_company_key').on(t.companyId, t.companyKey),
    index('leads_email').on(t.companyId, t.emailKey),
    index('leads_mobile').on(t.companyId, t.mobileE164),
    index('leads_phone').on(t.companyId, t.phoneE164),
    index('leads_account').on(t.companyId, t.accountId),
    index('leads_person').on(t.companyId, t.personId),
    index('leads_deal').on(t.companyId, t.dealId),
    check('leads_status', sql`${t.status} in ('new', 'working', 'unfit')`),
    foreignKey({ columns: [t.companyId, t.dealId], foreignColumns: [deals.companyId, deals.id] }),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.personId],
      foreignColumns: [people.companyId, people.id],
    }),
  ],
)

/** How many records of this module each owner and department has. */
export const tallies = sales.table('tallies', tallyColumns(), (t) => [
  primaryKey({ columns: [t.companyId, t.id] }),
])
