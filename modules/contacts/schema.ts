import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment, ownership, ownValues } from '../../core/db/columns.ts'
import { found, live, plain, recordIndexes, tallyColumns } from '../../core/records/table.ts'

export const contacts = pgSchema('contacts')

/**
 * A firm one deals with (客户). Money is in minor units of `revenue_currency`. `company_key`,
 * `email_key` and `domain` are what two records of one firm have in common; `company_key` is null
 * until a job has computed it for rows written before there was one.
 */
export const accounts = contacts.table(
  'accounts',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    creditCode: text('credit_code'),
    stockCode: plain('stock_code'),
    industry: plain('industry'),
    region: plain('region'),
    level: plain('level'),
    source: plain('source'),
    phone: plain('phone'),
    phoneE164: text('phone_e164'),
    email: plain('email'),
    emailKey: text('email_key'),
    website: plain('website'),
    domain: text('domain'),
    companyKey: text('company_key'),
    address: plain('address'),
    foundedYear: integer('founded_year'),
    listedOn: date('listed_on', { mode: 'string' }),
    employees: integer('employees'),
    revenueMinor: bigint('revenue_minor', { mode: 'number' }),
    revenueCurrency: text('revenue_currency'),
    about: plain('about'),
    parentId: uuid('parent_id'),
    own: ownValues(),
    ...found(),
    ...ownership(),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    ...recordIndexes('accounts', t),
    index('accounts_industry').on(t.companyId, t.industry, t.id).where(live(t)),
    index('accounts_region').on(t.companyId, t.region, t.id).where(live(t)),
    index('accounts_credit_code').on(t.companyId, t.creditCode),
    index('accounts_parent').on(t.companyId, t.parentId),
    index('accounts_company_key').on(t.companyId, t.companyKey),
    index('accounts_email').on(t.companyId, t.emailKey),
    index('accounts_phone').on(t.companyId, t.phoneE164),
    index('accounts_domain').on(t.companyId, t.domain),
    foreignKey({ columns: [t.companyId, t.parentId], foreignColumns: [t.companyId, t.id] }),
  ],
)

/**
 * Somebody who works for accounts (联系人), and on what ground their data are held: an empty
 * `lawful_basis` is none that was recorded.
 */
export const people = contacts.table(
  'people',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    title: plain('title'),
    mobile: plain('mobile'),
    mobileE164: text('mobile_e164'),
    phone: plain('phone'),
    phoneE164: text('phone_e164'),
    email: plain('email'),
    emailKey: text('email_key'),
    wechat: plain('wechat'),
    region: plain('region'),
    source: plain('source'),
    lawfulBasis: plain('lawful_basis'),
    noticedOn: date('noticed_on', { mode: 'string' }),
    retainUntil: date('retain_until', { mode: 'string' }),
    about: plain('about'),
    own: ownValues(),
    ...found(),
    ...ownership(),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    ...recordIndexes('people', t),
    index('people_email').on(t.companyId, t.emailKey),
    index('people_mobile').on(t.companyId, t.mobileE164),
    index('people_phone').on(t.companyId, t.phoneE164),
    index('people_wechat').on(t.companyId, t.wechat),
    index('people_basis').on(t.companyId, t.lawfulBasis, t.id).where(live(t)),
    index('people_retain').on(t.companyId, t.retainUntil, t.id).where(live(t)),
  ],
)

/** Which people work for which accounts, and as what. `primary_since` marks one of a person's. */
export const personAccounts = contacts.table(
  'person_accounts',
  {
    companyId: company(),
    personId: uuid('person_id').notNull(),
    accountId: uuid('account_id').notNull(),
    role: plain('role'),
    primarySince: moment('primary_since'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId, t.accountId] }),
    index('person_accounts_account').on(t.companyId, t.accountId),
    uniqueIndex('person_accounts_primary')
      .on(t.companyId, t.personId)
      .where(sql`${t.primarySince} is not null`),
    foreignKey({
      columns: [t.companyId, t.personId],
      foreignColumns: [people.companyId, people.id],
    }),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
  ],
)

/** How many accounts and contacts each owner and department has. */
export const tallies = contacts.table('tallies', tallyColumns(), (t) => [
  primaryKey({ columns: [t.companyId, t.id] }),
])
