import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { within } from '../../../core/access/within.ts'
import { refuseErrors } from '../../../core/api/invalid.ts'
import { words } from '../../../core/api/question.ts'
import {
  heldOf,
  holdVersion,
  movingOf,
  placeFields,
  placeRecord,
  readPlacing,
} from '../../../core/api/records/placing.ts'
import {
  type Kept,
  keptColumns,
  keptFields,
  keptFilters,
  keptOf,
  readOne,
  readPage,
} from '../../../core/api/records/reading.ts'
import { readValues } from '../../../core/api/records/values.ts'
import { bothWays, type Input, type JsonRecord, type Resource } from '../../../core/api/resource.ts'
import { shownFields, valuesAsJson, writtenFields } from '../../../core/fields/json.ts'
import type { Errors } from '../../../core/http/form.ts'
import {
  inJson,
  ownAsJson,
  shownOwn,
  writeOrRefuse,
  writtenOwn,
} from '../../../core/own-fields/json.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people } from '../../contacts/public.ts'
import { pipelinesFor, stageAt } from '../pipelines/reading.ts'
import { stages } from '../pipelines/schema.ts'
import { stageKinds } from '../pipelines/stages.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { type DealValues, dealFields } from './deal-fields.ts'
import {
  type DealRecord,
  dealFrom,
  readDeal,
  type Stored,
  seenName,
  storedDeal,
} from './deal-record.ts'
import { createDeal, saveDeal } from './deals.ts'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'
import { moveDeal } from './moving.ts'
import { sayObstacles } from './saying.ts'
import { startingStage } from './starting.ts'

type Row = Kept &
  Stored & {
    pipelineId: string
    stageId: string
    stage: string
    outcome: 'open' | 'won' | 'lost'
    account: { id: string; name: string } | null
    person: { id: string; name: string } | null
    lossReasonId: string | null
    closedOn: string | null
  }

const { region: _, ...kept } = keptFilters
const nullableId = z.uuid().nullable()

/** Deals for programs: read and written as the pages do, moved by the same rules. */
export const dealResource: Resource<'sales'> = {
  name: 'deals',
  title: { en: 'Deals', 'zh-CN': '商机' },
  permission: dealKind.view,
  record: (scope) =>
    z.strictObject({
      id: z.uuid(),
      version: z.int(),
      ...shownFields(dealFields),
      own: shownOwn(scope?.own.live(dealKind.object) ?? []),
      pipelineId: z.uuid(),
      stageId: z.uuid(),
      stageName: z.string(),
      outcome: z.enum(stageKinds),
      accountId: nullableId,
      accountName: z.string().nullable(),
      personId: nullableId,
      personName: z.string().nullable(),
      lossReasonId: nullableId,
      closedOn: z.iso.date().nullable(),
      ...keptFields,
    }),
  filters: {
    ...kept,
    outcome: z.enum(stageKinds),
    stage: words,
    pipeline: words,
    account: z.uuid(),
    person: z.uuid(),
    source: words,
    seller: words,
  },
  own: dealKind.object,
  sorts: bothWays(Object.keys(dealKind.sorts)),
  list: async (scope, question) => {
    const { rows, ...page } = await readPage<Row>(scope, dealKind, columns(scope), question)
    return { items: rows.map((row) => asJson(scope, row)), ...page }
  },
  read: async (scope, id) => asJson(scope, await readOne<Row>(scope, dealKind, columns(scope), id)),
  writing: {
    permission: dealKind.edit,
    input: (scope) =>
      z.strictObject({
        ...writtenFields(dealFields),
        own: writtenOwn(scope?.own.live(dealKind.object) ?? []),
        accountId: nullableId.optional(),
        personId: nullableId.optional(),
        stageId: z.uuid().optional(),
        evidence: z.string().optional(),
        lossReasonId: nullableId.optional(),
        outcomeNote: z.string().optional(),
        closedOn: z.iso.date().nullable().optional(),
        ...placeFields,
      }),
    create: async (scope, registry, input) => {
      const { errors, placing, ...read } = await readInput(scope, input)
      const stage = await startingStage(scope, input.stageId as string | undefined, read, errors)
      refuse(errors)
      if (!stage) throw new Error('A stage that is not there was not refused.')
      const id = await writeOrRefuse(() => createDeal(scope, registry, read, stage))
      await placeRecord(scope, registry, dealKind, id, placing)
      return id
    },
    change: async (scope, registry, id, version, input) => {
      if (!(await holdVersion(scope, dealKind, id, version))) return 'conflict'
      const old = await readDeal(scope, id, dealKind.edit)
      const { errors, placing, ...read } = await readInput(scope, input, old)
      refuse(errors)
      await writeOrRefuse(() => saveDeal(scope, registry, old, old.version, read))
      if (input.stageId) await move(scope, registry, id, input)
      await placeRecord(scope, registry, dealKind, id, placing)
      return undefined
    },
    ...movingOf(dealKind),
  },
}

const columns = (scope: Scope) => sql`${keptColumns(scope, dealKind)}, ${storedDeal},
  deals.pipeline_id as "pipelineId", deals.stage_id as "stageId", deals.outcome,
  (select s.name from ${stages} s
    where s.company_id = deals.company_id and s.id = deals.stage_id) as stage,
  ${seenName(scope, accounts, viewAccounts, sql`deals.account_id`)} as account,
  ${seenName(scope, people, viewPeople, sql`deals.person_id`)} as person,
  deals.loss_reason_id as "lossReasonId", deals.closed_on::text as "closedOn"`

function asJson(scope: Scope, row: Row): JsonRecord {
  const values = dealFrom(row)
  return {
    ...{ id: row.id, version: row.version },
    ...valuesAsJson(dealFields, values),
    own: ownAsJson(scope.own.live(dealKind.object), values),
    ...{ pipelineId: row.pipelineId, stageId: row.stageId, stageName: row.stage },
    outcome: row.outcome,
    ...{ accountId: row.account?.id ?? null, accountName: row.account?.name ?? null },
    ...{ personId: row.person?.id ?? null, personName: row.person?.name ?? null },
    ...{ lossReasonId: row.lossReasonId, closedOn: row.closedOn },
    ...keptOf(row),
  }
}

/** Reads what a program wrote of a deal; what it left out stays as it was. */
async function readInput(scope: Scope, input: Input, old?: DealRecord) {
  const { values, errors } = readValues<DealValues & OwnValues>(
    scope,
    dealKind,
    dealFields,
    input,
    old?.values,
  )
  const placing = await readPlacing(scope, input, heldOf(scope, dealKind, old), errors)
  const accountId = await readLink(scope, 'accountId', input, errors, old)
  const personId = await readLink(scope, 'personId', input, errors, old)
  return { values, accountId, personId, placing, errors }
}

/** Whom a deal is to be with, if the program's person may see them. */
async function readLink(
  scope: Scope,
  field: 'accountId' | 'personId',
  input: Input,
  errors: Errors,
  old: DealRecord | undefined,
): Promise<string | null> {
  const id = input[field] as string | null | undefined
  if (id === null) return null
  if (id === undefined || id === old?.[field]) return old?.[field] ?? null
  const [of, permission] =
    field === 'accountId' ? ([accounts, viewAccounts] as const) : ([people, viewPeople] as const)
  const found = await scope.db.execute(sql`
    select from ${of} where ${of.companyId} = ${scope.company.id} and ${of.id} = ${id}
      and ${within(scope, permission, of)}`)
  const t = dealsText(scope.locale)
  if (found.length === 0) errors[field] = field === 'accountId' ? t.accountUnknown : t.personUnknown
  return id
}

/** @throws Invalid with what stands against it */
async function move(scope: Scope, registry: Registry, id: string, input: Input): Promise<void> {
  const to = stageAt(await pipelinesFor(scope), input.stageId as string)
  if (!to) return refuse({ stage: dealsText(scope.locale).stageGone })
  const deal = await readDeal(scope, id, dealKind.edit)
  const moved = await moveDeal(scope, registry, deal, to, {
    evidence: (input.evidence as string | undefined) ?? '',
    lossReasonId: (input.lossReasonId as string | null | undefined) ?? null,
    closedOn: (input.closedOn as string | null | undefined) ?? null,
    note: (input.outcomeNote as string | undefined) ?? '',
  })
  if (typeof moved !== 'string') refuse(sayObstacles(scope, moved, deal.stage, to))
}

/** What forms call a stage and a reason, programs know by their ids. @throws Invalid */
function refuse({ stage, reason, ...errors }: Errors): void {
  refuseErrors(
    inJson({
      ...errors,
      ...(stage && { stageId: stage }),
      ...(reason && { lossReasonId: reason }),
    }),
  )
}
