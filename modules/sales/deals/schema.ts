import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { departments, users } from '../../../core/access/schema.ts'
import { company, id, lifetime, moment, ownership, ownValues } from '../../../core/db/columns.ts'
import { found, walkedIndex } from '../../../core/records/table.ts'
import { accounts, people } from '../../contacts/public.ts'
import { lossReasons, pipelines, stages } from '../pipelines/schema.ts'
import type { Category, StageKind } from '../pipelines/stages.ts'
import { plain, sales } from '../schema.ts'

const live = sql`archived_at is null`

/** Deals without a day come last. */
export const closesBy = (column: SQL | { getSQL: () => SQL }): SQL =>
  sql`coalesce(${column}, '9999-12-31'::date)`

/**
 * A chance to sell (商机). `outcome` is the kind of its stage, kept beside it for indexes. Money is
 * in minor units of `amount_currency`. `seller` names who sold it where that is no user here, as a
 * file has it; `category` overrides what its stage says in a forecast. A lost deal without a reason
 * came from a file that states none.
 */
export const deals = sales.table(
  'deals',
  {
    companyId: company(),
    id: id(),
    name: text('name').notNull(),
    reference: plain('reference'),
    pipelineId: uuid('pipeline_id').notNull(),
    stageId: uuid('stage_id').notNull(),
    outcome: text('outcome').$type<StageKind>().notNull(),
    stageSince: moment('stage_since').notNull(),
    accountId: uuid('account_id'),
    personId: uuid('person_id'),
    amountMinor: bigint('amount_minor', { mode: 'number' }),
    amountCurrency: text('amount_currency'),
    category: text('category').$type<Category | ''>().notNull().default(''),
    startedOn: date('started_on', { mode: 'string' }),
    closesOn: date('closes_on', { mode: 'string' }),
    closedOn: date('closed_on', { mode: 'string' }),
    lossReasonId: uuid('loss_reason_id'),
    outcomeNote: plain('outcome_note'),
    source: plain('source'),
    seller: plain('seller'),
    about: plain('about'),
    own: ownValues(),
    ...found(),
    ...ownership(),
    createdBy: uuid('created_by'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    walkedIndex('deals', t),
    index('deals_archived')
      .on(t.companyId, t.sortName, t.id)
      .where(sql`${t.archivedAt} is not null`),
    index('deals_updated').on(t.companyId, t.updatedAt, t.id).where(live),
    index('deals_created').on(t.companyId, t.createdAt, t.id).where(live),
    index('deals_closes').on(t.companyId, closesBy(t.closesOn), t.id).where(live),
    index('deals_owner').on(t.companyId, t.ownerId, t.sortName, t.id),
    index('deals_department').on(t.companyId, t.departmentId, t.sortName, t.id),
    index('deals_unowned')
      .on(t.companyId, t.departmentId, t.sortName, t.id)
      .where(sql`${t.archivedAt} is null and ${t.ownerId} is null`),
    // A column of the board: who came last stands first.
    index('deals_board')
      .on(t.companyId, t.stageId, t.stageSince, t.id, t.ownerId, t.departmentId)
      .where(live),
    index('deals_closed').on(t.companyId, t.closedOn, t.outcome).where(live),
    index('deals_account').on(t.companyId, t.accountId, t.id),
    index('deals_person').on(t.companyId, t.personId, t.id),
    index('deals_reference').on(t.companyId, t.reference),
    index('deals_name_key').on(t.companyId, t.nameKey),
    index('deals_grams').using('gin', t.companyId, t.grams).with({ gin_pending_list_limit: 256 }),
    index('deals_search')
      .using('gin', t.companyId, t.search.op('gin_trgm_ops'))
      .with({ gin_pending_list_limit: 256 }),
    foreignKey({ columns: [t.companyId, t.ownerId], foreignColumns: [users.companyId, users.id] }),
    foreignKey({
      columns: [t.companyId, t.departmentId],
      foreignColumns: [departments.companyId, departments.id],
    }),
    foreignKey({
      columns: [t.companyId, t.pipelineId],
      foreignColumns: [pipelines.companyId, pipelines.id],
    }),
    foreignKey({
      columns: [t.companyId, t.stageId],
      foreignColumns: [stages.companyId, stages.id],
    }),
    foreignKey({
      columns: [t.companyId, t.accountId],
      foreignColumns: [accounts.companyId, accounts.id],
    }),
    foreignKey({
      columns: [t.companyId, t.personId],
      foreignColumns: [people.companyId, people.id],
    }),
    foreignKey({
      columns: [t.companyId, t.lossReasonId],
      foreignColumns: [lossReasons.companyId, lossReasons.id],
    }),
  ],
)

/**
 * Each move of a deal from one stage to another, the first from none: funnel, time in a stage and
 * what stands still read it. `evidence` is by what the customer showed it.
 */
export const stageMoves = sales.table(
  'stage_moves',
  {
    companyId: company(),
    id: id(),
    dealId: uuid('deal_id').notNull(),
    fromStageId: uuid('from_stage_id'),
    toStageId: uuid('to_stage_id').notNull(),
    movedBy: uuid('moved_by'),
    movedAt: moment('moved_at').notNull(),
    evidence: plain('evidence'),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('stage_moves_deal').on(t.companyId, t.dealId, t.movedAt),
    index('stage_moves_to').on(t.companyId, t.toStageId, t.movedAt),
    foreignKey({ columns: [t.companyId, t.dealId], foreignColumns: [deals.companyId, deals.id] }),
    foreignKey({
      columns: [t.companyId, t.toStageId],
      foreignColumns: [stages.companyId, stages.id],
    }),
  ],
)

/**
 * How many deals each owner and department has in each stage, and what they come to in each
 * currency, as sums of differences that triggers add (performance.md).
 */
export const dealTallies = sales.table(
  'deal_tallies',
  {
    companyId: company(),
    id: id(),
    object: text('object').notNull(),
    ownerId: uuid('owner_id'),
    departmentId: uuid('department_id'),
    archived: boolean('archived').notNull(),
    stageId: uuid('stage_id').notNull(),
    currency: text('currency'),
    records: integer('records').notNull(),
    minor: bigint('minor', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] })],
)
