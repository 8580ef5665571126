import { sql } from 'drizzle-orm'
import { announce } from '../../core/db/changes.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { topic } from '../change.ts'
import { rolloutAlone } from './programme.ts'
import type { StageDays } from './slip.ts'
import type { StageCode } from './stages.ts'

export type StageRow = StageDays & {
  startPlan: string
  extensions: number
  version: number
  /** How much of its work is done, and how much there is. */
  done: number
  all: number
}

/** All stages in their order. */
export const readStages = ({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<StageRow[]> =>
  db.execute<StageRow>(sql`
    select s.code, s.start_plan::text as "startPlan", s.end_first::text as "endFirst",
      s.end_plan::text as "endPlan", s.started_on::text as "startedOn",
      s.ended_on::text as "endedOn", s.extensions, s.version,
      (select count(*)::int from flags.work_items i where i.company_id = s.company_id
        and i.stage = s.code and i.dropped_at is null and i.done_on is not null) as done,
      (select count(*)::int from flags.work_items i where i.company_id = s.company_id
        and i.stage = s.code and i.dropped_at is null) as all
    from flags.stages s where s.company_id = ${company.id} order by s.code`)

/** Whether the rollout has begun a stage, or one behind it. */
export const isReached = async (scope: Scope, stage: string): Promise<boolean> =>
  (await readStages(scope)).some(({ code, startedOn }) => code >= stage && startedOn !== null)

/** The stage under way; undefined before the rollout has begun. */
export const currentOf = <Row extends StageDays>(stages: readonly Row[]): Row | undefined =>
  stages.find(({ startedOn, endedOn }) => startedOn && !endedOn)

/** A pilot may be put off twice (R16); the other stages as often as the reasons are good. */
export const mostExtensions = 2

/**
 * Moves the planned end of a stage, with a reason. The first plan stays as it was, so that the slip
 * is seen.
 * @returns `conflict` when somebody changed it meanwhile
 */
export async function moveStageEnd(
  scope: Scope,
  stage: StageRow,
  version: number,
  endPlan: string,
  reason: string,
): Promise<'conflict' | undefined> {
  await rolloutAlone(scope)
  if (endPlan === stage.endPlan) return undefined
  const extended = stage.endPlan !== null && endPlan > stage.endPlan ? 1 : 0
  const [changed] = await scope.db.execute(sql`
    update flags.stages set end_plan = ${endPlan}, extensions = extensions + ${extended},
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and code = ${stage.code} and version = ${version}
    returning code`)
  if (!changed) return 'conflict'
  await recordAudit(scope, {
    ...{ action: 'changed', object: 'flags.stage', recordId: stage.code, reason },
    ...{ before: { endsOn: stage.endPlan }, after: { endsOn: endPlan } },
  })
  return undefined
}

/** Ends one stage and begins the next, on the same day. The caller holds the rollout alone. */
export async function turnStage(
  scope: Scope,
  from: StageCode,
  to: StageCode | undefined,
  day: string,
): Promise<void> {
  await scope.db.execute(sql`
    update flags.stages set ended_on = case when code = ${from} then ${day}::date end,
      started_on = case when code = ${from} then started_on else ${day}::date end,
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and code in (${from}, ${to ?? from})`)
  // How far the plan has come decides, where the company never said so, whether access follows learning.
  await announce(scope.db, topic, scope.company.id)
}
