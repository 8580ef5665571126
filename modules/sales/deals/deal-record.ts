import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { ownColumn, ownFrom, searchedTexts } from '../../../core/own-fields/values.ts'
import { keysOf } from '../../../core/records/keys.ts'
import { mayChange } from '../../../core/records/rights.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Storage } from '../../../core/records/storage.ts'
import { filled, type Named } from '../../../core/records/stored.ts'
import type { Tag } from '../../../core/records/tags.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people } from '../../contacts/public.ts'
import { leads } from '../leads/schema.ts'
import { lossReasons, stages } from '../pipelines/schema.ts'
import type { Category, Need, StageKind } from '../pipelines/stages.ts'
import { viewAccounts, viewLeads, viewPeople } from '../rights.ts'
import type { DealValues } from './deal-fields.ts'
import { dealKind } from './kind.ts'
import { deals } from './schema.ts'
import { daysStill, nextStepOn, standsStill } from './standing.ts'

/** The columns that hold what people know about a deal. */
export type Stored = {
  name: string
  reference: string
  amountMinor: number | string | null
  amountCurrency: string | null
  category: Category | ''
  startedOn: string | null
  closesOn: string | null
  source: string
  seller: string
  about: string
  own: Record<string, unknown>
}

/** Those columns, for a query. */
export const storedDeal = sql`deals.name, deals.reference, deals.amount_minor as "amountMinor",
  deals.amount_currency as "amountCurrency", deals.category, deals.started_on::text as "startedOn",
  deals.closes_on::text as "closesOn", deals.source, deals.seller, deals.about, deals.own`

/** Where a deal stands, and with whom; what lies out of the reader's reach has no name. */
export type Standing = {
  pipelineId: string
  stageId: string
  stage: Named & { probability: number; category: Category }
  outcome: StageKind
  stageSince: Date
  accountId: string | null
  account: Named | null
  personId: string | null
  person: Named | null
  /** The lead it was converted from. */
  lead: Named | null
  closedOn: string | null
  lossReason: Named | null
  outcomeNote: string
  nextOn: string | null
  /** Days since anything happened, when that is too long; else null. */
  stillDays: number | null
}

/** A deal as its page shows it. */
export type DealRecord = Standing & {
  id: string
  version: number
  values: DealValues & OwnValues
  owner: Named | null
  department: Named | null
  tags: Tag[]
  archivedAt: Date | null
  createdAt: Date
  updatedAt: Date
  mayEdit: boolean
  mayAssign: boolean
}

const here = sql`deals`

const standing = (scope: Scope): SQL => sql`
  deals.pipeline_id as "pipelineId", deals.stage_id as "stageId", deals.outcome,
  deals.stage_since as "stageSince", deals.account_id as "accountId",
  deals.person_id as "personId", deals.closed_on::text as "closedOn",
  deals.outcome_note as "outcomeNote",
  (select json_build_object('id', s.id, 'name', s.name, 'probability', s.probability,
      'category', s.category) from ${stages} s
    where s.company_id = deals.company_id and s.id = deals.stage_id) as stage,
  (select json_build_object('id', r.id, 'name', r.name) from ${lossReasons} r
    where r.company_id = deals.company_id and r.id = deals.loss_reason_id) as "lossReason",
  ${seenName(scope, accounts, viewAccounts, sql`deals.account_id`)} as account,
  ${seenName(scope, people, viewPeople, sql`deals.person_id`)} as person,
  (select json_build_object('id', ${leads.id}, 'name', ${leads.name}) from ${leads}
    where ${leads.companyId} = deals.company_id and ${leads.dealId} = deals.id
      and ${within(scope, viewLeads, leads)} limit 1) as lead,
  ${nextStepOn(here)}::text as "nextOn",
  case when ${standsStill(here)} then ${daysStill(here)} end as "stillDays"`

type Row = Omit<DealRecord, 'values'> & Stored

/** Reads one deal with all its page shows, in one query. @throws Refusal 404 out of reach */
export async function readDeal(
  scope: Scope,
  id: string,
  permission: string = dealKind.view,
): Promise<DealRecord> {
  const company = scope.company.id
  const [row] = await scope.db.execute<Row>(sql`
    select deals.id, deals.version, ${storedDeal}, ${standing(scope)},
      deals.archived_at as "archivedAt", deals.created_at as "createdAt",
      deals.updated_at as "updatedAt",
      (select json_build_object('id', u.id, 'name', u.name) from core.users u
        where u.company_id = ${company} and u.id = deals.owner_id) as owner,
      (select json_build_object('id', d.id, 'name', d.name) from core.departments d
        where d.company_id = ${company} and d.id = deals.department_id) as department,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
        from core.taggings g join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
        where g.company_id = ${company} and g.record_id = deals.id), '[]') as tags,
      ${mayChange(scope, dealKind)}
    from ${deals}
    where deals.company_id = ${company} and deals.id = ${id}
      and ${within(scope, permission, deals)}`)
  if (!row) throw notFound()
  return { ...row, values: dealFrom(row) }
}

/** What is stored, as values. */
export const dealFrom = (row: Stored): DealValues & OwnValues => ({
  name: row.name,
  amount: row.amountCurrency
    ? { minor: Number(row.amountMinor), currency: row.amountCurrency }
    : null,
  closesOn: row.closesOn,
  startedOn: row.startedOn,
  category: row.category || null,
  source: filled(row.source),
  reference: filled(row.reference),
  seller: filled(row.seller),
  about: filled(row.about),
  ...ownFrom(row.own),
})

/** Values as columns, with the keys a deal is found by. */
export function dealColumns(scope: Scope, values: DealValues & OwnValues) {
  const { name, amount, reference, seller } = values
  return {
    name,
    reference: reference ?? '',
    amountMinor: amount?.minor ?? null,
    amountCurrency: amount?.currency ?? null,
    category: values.category ?? ('' as const),
    startedOn: values.startedOn,
    closesOn: values.closesOn,
    source: values.source ?? '',
    seller: seller ?? '',
    about: values.about ?? '',
    own: ownColumn(values),
    ...keysOf(
      name,
      [reference, seller],
      'firm',
      searchedTexts(scope.own.live(dealKind.object), values),
    ),
  }
}

export const dealStorage: Storage<DealValues, Stored> = {
  kind: dealKind,
  stored: storedDeal,
  valuesFrom: dealFrom,
  columnsOf: dealColumns,
}

/** What a deal has of what a stage can ask for. */
export const whatIsThere = (
  values: Pick<DealValues, 'amount' | 'closesOn'>,
  { accountId, personId, nextOn }: Pick<Standing, 'accountId' | 'personId' | 'nextOn'>,
): Record<Need, boolean> => ({
  account: accountId !== null,
  person: personId !== null,
  amount: values.amount !== null,
  closesOn: values.closesOn !== null,
  next: nextOn !== null,
})
