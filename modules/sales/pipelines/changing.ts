import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import { differences, recordAudit } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { foundPipelines } from './founding.ts'
import { pipelineDepartments, pipelines, stages } from './schema.ts'
import type { Pipeline, Stage } from './stages.ts'
import { usualPipeline } from './usual.ts'

export const pipelineObject = 'sales.pipeline'
export const stageObject = 'sales.stage'

export const mostPipelines = 20
export const mostStages = 15

export type PipelineInput = { name: string; departments: string[] }
export type StageInput = Omit<Stage, 'id' | 'pipelineId' | 'key' | 'hidden'>

/** Adds a pipeline with the stages that every company begins with. @returns its id */
export async function addPipeline(scope: Scope, input: PipelineInput): Promise<string> {
  await foundPipelines(scope)
  const id = newId()
  const next = sql`(select coalesce(max(position), 0) + 1 from ${pipelines}
    where company_id = ${scope.company.id})`
  await scope.db
    .insert(pipelines)
    .values({ companyId: scope.company.id, id, name: input.name, position: next })
  await Promise.all([
    setDepartments(scope, id, input.departments),
    insertMany(
      scope,
      stages,
      usualPipeline(scope).stages.map(({ hidden: _, ...stage }, position) => ({
        ...stage,
        ...{ id: newId(), pipelineId: id, position },
      })),
    ),
    recordAudit(scope, {
      ...{ action: 'created', object: pipelineObject, recordId: id },
      after: input,
    }),
  ])
  return id
}

/** Changes what a pipeline is called and for whom it is. */
export async function savePipeline(
  scope: Scope,
  old: Pipeline,
  input: PipelineInput,
): Promise<void> {
  await foundPipelines(scope)
  const before = { name: old.name, departments: old.departments.map(({ id }) => id).sort() }
  const changed = differences(before, { ...input, departments: [...input.departments].sort() })
  if (!changed) return
  await renewed(scope, pipelines, old.id, { name: input.name })
  await setDepartments(scope, old.id, input.departments)
  await recordAudit(scope, {
    ...{ action: 'changed', object: pipelineObject, recordId: old.id },
    ...changed,
  })
}

async function setDepartments(scope: Scope, pipelineId: string, ids: string[]): Promise<void> {
  const mine = eq(pipelineDepartments.companyId, scope.company.id)
  await scope.db
    .delete(pipelineDepartments)
    .where(and(mine, eq(pipelineDepartments.pipelineId, pipelineId)))
  await insertMany(
    scope,
    pipelineDepartments,
    ids.map((departmentId) => ({ pipelineId, departmentId })),
  )
}

/** Adds a stage before the first closed one. @returns its id */
export async function addStage(
  scope: Scope,
  pipeline: Pipeline,
  input: StageInput,
): Promise<string> {
  await foundPipelines(scope)
  const id = newId()
  const closed = pipeline.stages.findIndex(({ kind }) => kind !== 'open')
  const at = closed < 0 || input.kind !== 'open' ? pipeline.stages.length : closed
  await scope.db.insert(stages).values({
    ...{ companyId: scope.company.id, id, pipelineId: pipeline.id, position: at, ...input },
  })
  const order = pipeline.stages.map((stage) => stage.id)
  await placeStages(scope, pipeline, order.toSpliced(at, 0, id))
  await recordAudit(scope, {
    ...{ action: 'created', object: stageObject, recordId: id },
    after: { ...input, pipeline: pipeline.name },
  })
  return id
}

/** Changes a stage. Deals in it stay in it, whatever it asks for from now on. */
export async function saveStage(scope: Scope, old: Stage, input: StageInput): Promise<void> {
  await foundPipelines(scope)
  const changed = differences<Record<string, unknown>>(old, input)
  if (!changed) return
  await renewed(scope, stages, old.id, input)
  await recordAudit(scope, {
    ...{ action: 'changed', object: stageObject, recordId: old.id },
    ...changed,
  })
}

/** Moves a stage one place up or down. */
export async function shiftStage(
  scope: Scope,
  pipeline: Pipeline,
  stage: Stage,
  by: -1 | 1,
): Promise<void> {
  await foundPipelines(scope)
  const order = pipeline.stages.map(({ id }) => id)
  const at = order.indexOf(stage.id)
  const to = at + by
  if (to < 0 || to >= order.length) return
  await placeStages(scope, pipeline, order.toSpliced(at, 1).toSpliced(to, 0, stage.id))
}

async function placeStages(scope: Scope, { id }: Pipeline, order: string[]): Promise<void> {
  await scope.db.execute(sql`
    update ${stages} set position = o.place
    from unnest(${sql.param(order)}::uuid[]) with ordinality o (id, place)
    where ${stages.companyId} = ${scope.company.id} and ${stages.pipelineId} = ${id}
      and ${stages.id} = o.id`)
}

/** Takes a pipeline or a stage out of use, or back into it. */
export async function hide(
  scope: Scope,
  what: 'pipeline' | 'stage',
  { id, hidden }: { id: string; hidden: boolean },
  isHidden: boolean,
): Promise<void> {
  if (hidden === isHidden) return
  await foundPipelines(scope)
  const archivedAt = isHidden ? scope.now() : null
  await renewed(scope, what === 'stage' ? stages : pipelines, id, { archivedAt })
  const object = what === 'stage' ? stageObject : pipelineObject
  await recordAudit(scope, { action: isHidden ? 'archived' : 'restored', object, recordId: id })
}

const renewed = (
  { db, company }: Scope,
  table: typeof stages | typeof pipelines,
  id: string,
  values: Partial<StageInput> & { archivedAt?: Date | null },
) =>
  db
    .update(table)
    .set({ ...values, updatedAt: sql`now()`, version: sql`${table.version} + 1` })
    .where(and(eq(table.companyId, company.id), eq(table.id, id)))
