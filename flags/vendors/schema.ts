import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { company, id, lifetime, moment } from '../../core/db/columns.ts'
import { flags } from '../schema.ts'
import type { ClauseState, Clock, IncidentKind, VendorRole } from './choices.ts'

/** A contract with whoever hosts, sells or sets up what the rollout uses; or with ourselves. */
export const vendorContracts = flags.table(
  'vendor_contracts',
  {
    companyId: company(),
    id: id(),
    vendor: text('vendor').notNull(),
    role: text('role').$type<VendorRole>().notNull(),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    noticeDays: integer('notice_days').notNull(),
    renewal: text('renewal').$type<'auto' | 'manual'>().notNull(),
    personalData: boolean('personal_data').notNull(),
    dataLocation: text('data_location'),
    sla: text('sla'),
    /** Within how many hours the vendor says that something has happened. */
    incidentHours: integer('incident_hours').notNull().default(4),
    attestedUntil: date('attested_until', { mode: 'string' }),
    exitTestedOn: date('exit_tested_on', { mode: 'string' }),
    document: text('document'),
    ownerId: uuid('owner_id'),
    /** The end for which the alarm went out. */
    alarmedFor: date('alarmed_for', { mode: 'string' }),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('vendor_contracts_end').on(t.companyId, t.endsOn),
    check('vendor_contracts_hours', sql`${t.incidentHours} between 1 and 720`),
  ],
)

/** What was found of one clause in a contract. */
export const clauseChecks = flags.table(
  'clause_checks',
  {
    companyId: company(),
    contractId: uuid('contract_id').notNull(),
    item: text('item').notNull(),
    state: text('state').$type<ClauseState>().notNull(),
    clause: text('clause'),
    page: text('page'),
    note: text('note'),
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: moment('reviewed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.contractId, t.item] }),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [vendorContracts.companyId, vendorContracts.id],
    }),
    check('clause_checks_state', sql`${t.state} in ('agreed', 'partly', 'missing', 'n_a')`),
  ],
)

/** How a vendor did in a quarter. */
export const vendorReviews = flags.table(
  'vendor_reviews',
  {
    companyId: company(),
    id: id(),
    contractId: uuid('contract_id').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    slaMet: boolean('sla_met').notNull(),
    invoicesFit: boolean('invoices_fit').notNull(),
    subprocessorsChanged: boolean('subprocessors_changed').notNull(),
    priceChanged: boolean('price_changed').notNull(),
    locationChanged: boolean('location_changed').notNull(),
    evidence: text('evidence'),
    note: text('note'),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('vendor_reviews_contract').on(t.companyId, t.contractId, t.heldOn),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [vendorContracts.companyId, vendorContracts.id],
    }),
  ],
)

/** Something that happened to data: leak, tampering, loss; each law has a clock of its own. */
export const incidents = flags.table(
  'incidents',
  {
    companyId: company(),
    id: id(),
    title: text('title').notNull(),
    kind: text('kind').$type<IncidentKind>().notNull(),
    detectedAt: moment('detected_at').notNull(),
    /** When the vendor knew, if it happened there. */
    vendorAwareAt: moment('vendor_aware_at'),
    contractId: uuid('contract_id'),
    personalData: boolean('personal_data').notNull(),
    /** Graded as serious (较大) or above by the reporting rule for network incidents. */
    serious: boolean('serious').notNull(),
    /** People in the European Union are concerned. */
    european: boolean('european').notNull(),
    people: integer('people'),
    actions: text('actions'),
    closedAt: moment('closed_at'),
    /** The clocks of which people were told that they run out, or ran out: `network:soon`. */
    toldClocks: text('told_clocks').array().notNull().default([]),
    archivedAt: moment('archived_at'),
    ...lifetime(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('incidents_detected').on(t.companyId, t.detectedAt),
    foreignKey({
      columns: [t.companyId, t.contractId],
      foreignColumns: [vendorContracts.companyId, vendorContracts.id],
    }),
  ],
)

/** Who was told of an incident, when, and by whom: what is written here stays. */
export const incidentNotices = flags.table(
  'incident_notices',
  {
    companyId: company(),
    id: id(),
    incidentId: uuid('incident_id').notNull(),
    clock: text('clock').$type<Clock>().notNull(),
    at: moment('at').notNull(),
    by: uuid('by'),
    note: text('note').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('incident_notices_incident').on(t.companyId, t.incidentId),
    foreignKey({
      columns: [t.companyId, t.incidentId],
      foreignColumns: [incidents.companyId, incidents.id],
    }),
  ],
)
