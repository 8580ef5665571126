import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { words } from '../../../core/api/question.ts'
import {
  holdVersion,
  movingOf,
  placeFields,
  placeRecord,
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
import { bothWays, type JsonRecord, type Resource } from '../../../core/api/resource.ts'
import { shownFields, valuesAsJson, writtenFields } from '../../../core/fields/json.ts'
import { ownAsJson, shownOwn, writeOrRefuse, writtenOwn } from '../../../core/own-fields/json.ts'
import { seenName } from '../../../core/records/seen-name.ts'
import type { Scope } from '../../../core/scope.ts'
import { accounts, people } from '../../contacts/public.ts'
import {
  linesColumn,
  shownLines,
  type WithLines,
  writeLines,
  writtenLines,
} from '../deal-products/in-json.ts'
import { stages } from '../pipelines/schema.ts'
import { stageKinds } from '../pipelines/stages.ts'
import { viewAccounts, viewPeople } from '../rights.ts'
import { dealFields } from './deal-fields.ts'
import { dealFrom, readDeal, type Stored, storedDeal } from './deal-record.ts'

import { createDeal, saveDeal } from './deals.ts'
import { dealKind } from './kind.ts'
import { move, readInput, refuse } from './resource-input.ts'
import { startingStage } from './starting.ts'

type Row = Kept &
  Stored &
  WithLines & {
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
      products: shownLines,
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
    product: words,
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
        products: writtenLines.optional(),
        ...placeFields,
      }),
    create: async (scope, registry, input) => {
      const { errors, placing, ...read } = await readInput(scope, input)
      const stage = await startingStage(scope, input.stageId as string | undefined, read, errors)
      refuse(errors)
      if (!stage) throw new Error('A stage that is not there was not refused.')
      const id = await writeOrRefuse(() => createDeal(scope, registry, read, stage))
      await writeLines(scope, registry, id, input, null)
      await placeRecord(scope, registry, dealKind, id, placing)
      return id
    },
    change: async (scope, registry, id, version, input) => {
      if (!(await holdVersion(scope, dealKind, id, version))) return 'conflict'
      const old = await readDeal(scope, id, dealKind.edit)
      const { errors, placing, ...read } = await readInput(scope, input, old)
      refuse(errors)
      await writeOrRefuse(() => saveDeal(scope, registry, old, old.version, read))
      await writeLines(scope, registry, id, input, old.values.amount)
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
  deals.loss_reason_id as "lossReasonId", deals.closed_on::text as "closedOn", ${linesColumn(scope)}`

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
    ...{ lossReasonId: row.lossReasonId, closedOn: row.closedOn, products: row.lines },
    ...keptOf(row),
  }
}
