import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { changedFields, given, sideOf } from '../../../core/fields/changes.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { leaveTrace } from '../../../core/records/traces.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { foundPipelines } from '../pipelines/founding.ts'
import type { Stage } from '../pipelines/stages.ts'
import type { DealValues } from './deal-fields.ts'
import { type DealRecord, dealColumns } from './deal-record.ts'
import { dealKind } from './kind.ts'
import { noteMoves } from './moves.ts'
import { deals } from './schema.ts'

/** What a form or a program gives for a deal, checked; whom it is with is within their reach. */
export type DealInput = {
  values: DealValues & OwnValues
  accountId: string | null
  personId: string | null
}

/**
 * Adds a deal to an open stage. It belongs to who adds it, and to their department.
 * @returns its id
 * @throws ValueTaken
 */
export async function createDeal(
  scope: Scope,
  registry: Registry,
  { values, accountId, personId }: DealInput,
  stage: Stage,
  id = newId(),
): Promise<string> {
  await foundPipelines(scope)
  const place = { ownerId: scope.user.id, departmentId: scope.user.departmentId }
  const dated = { ...values, startedOn: values.startedOn ?? today(scope) }
  await scope.db.insert(deals).values({
    ...{ companyId: scope.company.id, id, createdBy: scope.user.id, ...place },
    ...dealColumns(scope, dated),
    ...{ accountId, personId, pipelineId: stage.pipelineId, stageId: stage.id },
    ...{ outcome: stage.kind, stageSince: sql`now()` },
  })
  await Promise.all([
    writeEntries(scope, dealKind.object, [{ id, before: {}, after: values }]),
    noteMoves(scope, [{ dealId: id, from: null, to: stage.id }]),
    leaveTrace(scope, registry, dealKind, id, 'created', {
      after: given({ ...dated, accountId, personId, stageId: stage.id, ...place }),
    }),
  ])
  return id
}

export type Saved = 'saved' | 'unchanged' | 'conflict'

/**
 * Saves a deal as it was read with `version`. Saving what is stored already leaves no trace.
 * @returns conflict when somebody saved it meanwhile; then nothing was written
 * @throws ValueTaken
 */
export async function saveDeal(
  scope: Scope,
  registry: Registry,
  old: DealRecord,
  version: number,
  { values, accountId, personId }: DealInput,
): Promise<Saved> {
  if (old.version !== version) return 'conflict'
  const changed = changedFields(fieldsOf(scope, dealKind), old.values, values)
  const links = {
    ...(accountId !== old.accountId && { accountId: [old.accountId, accountId] }),
    ...(personId !== old.personId && { personId: [old.personId, personId] }),
  }
  const isLinked = Object.keys(links).length > 0
  if (Object.keys(changed).length === 0 && !isLinked) return 'unchanged'
  const side = (at: 0 | 1) =>
    Object.fromEntries(Object.entries(links).map(([field, pair]) => [field, pair[at]]))
  const [rows] = await Promise.all([
    scope.db
      .update(deals)
      .set({
        ...dealColumns(scope, values),
        ...{ accountId, personId },
        ...{ updatedAt: sql`now()`, version: sql`${deals.version} + 1` },
      })
      .where(
        sql`${deals.companyId} = ${scope.company.id} and ${deals.id} = ${old.id}
          and ${deals.version} = ${version}`,
      )
      .returning({ id: deals.id }),
    writeEntries(scope, dealKind.object, [{ id: old.id, before: old.values, after: values }]),
    leaveTrace(scope, registry, dealKind, old.id, 'changed', {
      before: { ...sideOf(changed, 0), ...side(0) },
      after: { ...sideOf(changed, 1), ...side(1) },
      // Without names: not everybody who reads this may see whom the deal is with.
      story: { changed, ...(isLinked && { linked: true }) },
    }),
  ])
  return rows.length === 1 ? 'saved' : 'conflict'
}
