import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import { viewDeals } from '../rights.ts'
import { lossReasons, pipelineDepartments, pipelines, stages } from './schema.ts'
import { liveStages, type Pipeline, type Stage } from './stages.ts'
import { type LossReason, usualPipeline, usualReasons } from './usual.ts'

/** All pipelines of a company with their stages, retired ones included; the usual one at first. */
export async function readPipelines(scope: Pick<Scope, 'db' | 'company'>): Promise<Pipeline[]> {
  const company = scope.company.id
  const rows = await scope.db.execute<Pipeline>(sql`
    select p.id, p.name, p.archived_at is not null as hidden,
      coalesce((select json_agg(json_build_object('id', d.id, 'key', d.key, 'name', d.name) order by d.name)
        from ${pipelineDepartments} l join core.departments d
          on d.company_id = l.company_id and d.id = l.department_id
        where l.company_id = ${company} and l.pipeline_id = p.id), '[]') as departments,
      coalesce((select json_agg(json_build_object('id', s.id, 'pipelineId', s.pipeline_id,
          'key', s.key, 'name', s.name, 'kind', s.kind, 'probability', s.probability,
          'category', s.category, 'stalledDays', s.stalled_days, 'needs', s.needs,
          'leadsTo', s.leads_to, 'evidence', s.evidence, 'hidden', s.archived_at is not null)
          order by s.position, s.id)
        from ${stages} s where s.company_id = ${company} and s.pipeline_id = p.id), '[]') as stages
    from ${pipelines} p where p.company_id = ${company} order by p.position, p.id`)
  return rows.length > 0 ? [...rows] : [usualPipeline(scope)]
}

/**
 * Whether a pipeline is in use and for somebody: for all, for a department on the way up from their
 * own or below it, or for whoever sees the deals of the whole company.
 */
export const isFor = ({ user }: Pick<Scope, 'user'>, { departments, hidden }: Pipeline): boolean =>
  !hidden &&
  (departments.length === 0 ||
    user.reach.get(viewDeals) === 'all' ||
    departments.some(
      ({ id, key }) => user.departmentKeys.includes(key) || user.treeIds.includes(id),
    ))

/** The pipelines a person can sell by. */
export const pipelinesFor = async (scope: Scope): Promise<Pipeline[]> =>
  (await readPipelines(scope)).filter((one) => isFor(scope, one))

/** @throws Refusal 404 when the company has no such pipeline */
export async function readPipeline(scope: Scope, id: string): Promise<Pipeline> {
  const found = (await readPipelines(scope)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** The stage of an id among pipelines, retired or not. */
export const stageAt = (all: readonly Pipeline[], id: string): Stage | undefined =>
  all.flatMap(({ stages }) => stages).find((one) => one.id === id)

/** Where a new deal begins: the first open stage. */
export const firstStage = (pipeline: Pipeline): Stage | undefined =>
  liveStages(pipeline).find(({ kind }) => kind === 'open')

/** Why deals are lost, retired reasons included. */
export async function readReasons(scope: Pick<Scope, 'db' | 'company'>): Promise<LossReason[]> {
  const rows = await scope.db.execute<LossReason>(sql`
    select id, name, archived_at is not null as hidden from ${lossReasons}
    where company_id = ${scope.company.id} order by position, id`)
  return rows.length > 0 ? [...rows] : usualReasons(scope)
}
