import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'
import { vendorContracts } from '../vendors/schema.ts'
import type { Category, LineKind, Nature } from './formula.ts'

/** Whole minor units of the currency that the cost plan names. */
export const minor = (name: string) => bigint(name, { mode: 'number' })

/** What a company's rollout is reckoned by: one row, from the first cost on. */
export const costPlans = flags.table(
  'cost_plans',
  {
    companyId: company(),
    id: id(),
    currency: text('currency').notNull(),
    /** The first day of month 1. */
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    horizonMonths: integer('horizon_months').notNull().default(36),
    /** What an hour of the company's own people costs, with all that comes on top of pay. */
    loadedRate: minor('loaded_rate'),
    discountPercent: integer('discount_percent'),
    changePercent: integer('change_percent').notNull().default(10),
    dipPeople: integer('dip_people'),
    dipPercent: integer('dip_percent'),
    dipWeeks: integer('dip_weeks'),
    weeklyCost: minor('weekly_cost'),
    envelope: minor('envelope'),
    envelopeBy: uuid('envelope_by'),
    envelopeAt: moment('envelope_at'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    unique('cost_plans_one').on(t.companyId),
    check('cost_plans_horizon', sql`${t.horizonMonths} between 1 and 120`),
  ],
)

/** How many people work with the product from a month on, and which share has really adopted it. */
export const costHeadcounts = flags.table(
  'cost_headcounts',
  {
    companyId: company(),
    id: id(),
    fromMonth: integer('from_month').notNull(),
    users: integer('users').notNull(),
    adoptersPercent: integer('adopters_percent'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('cost_headcounts_month').on(t.companyId, t.fromMonth),
  ],
)

/** What one could do instead: rent here, rent there, own. Lines of none belong to all of them. */
export const costOffers = flags.table(
  'cost_offers',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    kind: text('kind').$type<'rent' | 'own' | 'other'>().notNull(),
    note: text('note'),
    chosenAt: moment('chosen_at'),
    chosenBy: uuid('chosen_by'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)

/** A line of the plan. Amounts are in all, per month, or per user and month, as `kind` says. */
export const costLines = flags.table(
  'cost_lines',
  {
    companyId: company(),
    id: id(),
    offerId: uuid('offer_id'),
    category: text('category').$type<Category>().notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<LineKind>().notNull(),
    low: minor('low'),
    likely: minor('likely').notNull(),
    high: minor('high'),
    committed: minor('committed'),
    fromMonth: integer('from_month').notNull(),
    toMonth: integer('to_month'),
    inQuote: boolean('in_quote').notNull(),
    nature: text('nature').$type<Nature>().notNull(),
    /** What it is called more closely: each company has its own words for it. */
    subcategory: text('subcategory'),
    module: text('module'),
    stage: text('stage'),
    /** The contract it is owed by. */
    contractId: uuid('contract_id'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.offerId],
      foreignColumns: [costOffers.companyId, costOffers.id],
    }),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [vendorContracts.companyId, vendorContracts.id],
    }),
    index('cost_lines_contract').on(t.companyId, t.contractId),
    check(
      'cost_lines_category',
      sql`${t.category} in ('acquisition', 'staff', 'coordination', 'maintenance')`,
    ),
    check('cost_lines_kind', sql`${t.kind} in ('one_off', 'recurring', 'usage')`),
    check('cost_lines_nature', sql`${t.nature} in ('licence', 'work', 'exit')`),
  ],
)

/** What a line really cost in a month: an amount, or hours of the company's own people at a rate. */
export const costActuals = flags.table(
  'cost_actuals',
  {
    companyId: company(),
    id: id(),
    lineId: uuid('line_id').notNull(),
    /** The first day of the month. */
    month: date('month', { mode: 'string' }).notNull(),
    amount: minor('amount').notNull(),
    hours: numeric('hours'),
    rate: minor('rate'),
    document: text('document'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('cost_actuals_line').on(t.companyId, t.lineId, t.month),
    index('cost_actuals_month').on(t.companyId, t.month, t.id),
    foreignKey({
      columns: [t.companyId, t.lineId],
      foreignColumns: [costLines.companyId, costLines.id],
    }),
  ],
)
