import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import type { ClauseState, Clock, IncidentKind, VendorRole } from './choices.ts'
import type { Found } from './formula.ts'

type Reader = Pick<Scope, 'db' | 'company'>

export type Contract = {
  id: string
  version: number
  vendor: string
  role: VendorRole
  startsOn: string | null
  endsOn: string | null
  noticeDays: number
  renewal: 'auto' | 'manual'
  personalData: boolean
  dataLocation: string | null
  sla: string | null
  incidentHours: number
  attestedUntil: string | null
  exitTestedOn: string | null
  document: string | null
  ownerId: string | null
  alarmedFor: string | null
}

/** All contracts that are kept, those that end first at the top. */
export const readContracts = ({ db, company }: Reader, id?: string): Promise<Contract[]> =>
  db.execute<Contract>(sql`
    select id, version, vendor, role, starts_on::text as "startsOn", ends_on::text as "endsOn",
      notice_days as "noticeDays", renewal, personal_data as "personalData",
      data_location as "dataLocation", sla, incident_hours as "incidentHours",
      attested_until::text as "attestedUntil", exit_tested_on::text as "exitTestedOn", document,
      owner_id as "ownerId", alarmed_for::text as "alarmedFor"
    from flags.vendor_contracts where company_id = ${company.id} and archived_at is null
      ${id ? sql`and id = ${id}` : sql``}
    order by ends_on nulls last, id limit 200`)

/** What was found of a clause, as it is kept. */
export type Check = {
  contractId: string
  item: string
  state: ClauseState
  clause: string | null
  page: string | null
  note: string | null
  reviewer: string | null
  reviewedAt: Date
}

export const readChecks = ({ db, company }: Reader, contract?: string): Promise<Check[]> =>
  db.execute<Check>(sql`
    select c.contract_id as "contractId", c.item, c.state, c.clause, c.page, c.note,
      u.name as reviewer, c.reviewed_at as "reviewedAt"
    from flags.clause_checks c
    left join core.users u on u.company_id = c.company_id and u.id = c.reviewed_by
    where c.company_id = ${company.id} ${contract ? sql`and c.contract_id = ${contract}` : sql``}`)

/** An agreed clause is proved by the clause it stands in and the document one can open. */
export const foundOf = (checks: readonly Check[], { id, document }: Contract): Found[] =>
  checks
    .filter(({ contractId }) => contractId === id)
    .map(({ item, state, clause }) => ({ item, state, proved: Boolean(clause && document) }))

export type Review = {
  id: string
  heldOn: string
  slaMet: boolean
  invoicesFit: boolean
  subprocessorsChanged: boolean
  priceChanged: boolean
  locationChanged: boolean
  note: string | null
}

/** The latest reviews of a vendor. */
export const readReviews = ({ db, company }: Reader, contract: string): Promise<Review[]> =>
  db.execute<Review>(sql`
    select id, held_on::text as "heldOn", sla_met as "slaMet", invoices_fit as "invoicesFit",
      subprocessors_changed as "subprocessorsChanged", price_changed as "priceChanged",
      location_changed as "locationChanged", note
    from flags.vendor_reviews
    where company_id = ${company.id} and contract_id = ${contract} and archived_at is null
    order by held_on desc, id desc limit 20`)

export type Incident = {
  id: string
  version: number
  title: string
  kind: IncidentKind
  detectedAt: Date
  vendorAwareAt: Date | null
  contractId: string | null
  vendor: string | null
  contractHours: number | null
  personalData: boolean
  serious: boolean
  european: boolean
  people: number | null
  actions: string | null
  closedAt: Date | null
  toldClocks: string[]
}

/** Incidents, open ones first; the register of all breaches is never emptied. */
export const readIncidents = ({ db, company }: Reader, id?: string): Promise<Incident[]> =>
  db.execute<Incident>(sql`
    select i.id, i.version, i.title, i.kind, i.detected_at as "detectedAt",
      i.vendor_aware_at as "vendorAwareAt", i.contract_id as "contractId", c.vendor,
      c.incident_hours as "contractHours", i.personal_data as "personalData", i.serious, i.european,
      i.people, i.actions, i.closed_at as "closedAt", i.told_clocks as "toldClocks"
    from flags.incidents i
    left join flags.vendor_contracts c on c.company_id = i.company_id and c.id = i.contract_id
    where i.company_id = ${company.id} and i.archived_at is null
      ${id ? sql`and i.id = ${id}` : sql``}
    order by i.closed_at is null desc, i.detected_at desc, i.id limit 100`)

export type Notice = {
  incidentId: string
  clock: Clock
  at: Date
  by: string | null
  note: string
}

export const readNotices = ({ db, company }: Reader): Promise<Notice[]> =>
  db.execute<Notice>(sql`
    select n.incident_id as "incidentId", n.clock, n.at, u.name as by, n.note
    from flags.incident_notices n
    left join core.users u on u.company_id = n.company_id and u.id = n.by
    where n.company_id = ${company.id} order by n.at limit 500`)
