import { sql } from 'drizzle-orm'
import { today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { plannedOver, sum } from '../cost/formula.ts'
import { readCosts } from '../cost/reading.ts'
import { heldLines } from '../cost/reckoning.ts'
import { readStages } from '../plan/stage-rows.ts'
import { type StageCode, stageCodes } from '../plan/stages.ts'
import { changeEntry, type Entry, readEntry } from '../register/register.ts'
import { type Budget, budgetOf, fits, isFrozen } from './formula.ts'
import { changeRequests, type RequestState } from './schema.ts'

export const requestKept = { object: 'flags.change-request', table: changeRequests } as const

export type Request = {
  id: string
  need: string
  benefit: string | null
  asker: string | null
  stage: StageCode
  cost: number
  effortHours: number | null
  state: RequestState
  overBudget: boolean
  decider: string | null
  reason: string | null
}

/** What is asked for, what waits for a decision first. */
export const readRequests = ({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<Request[]> =>
  db.execute<Request>(sql`
    select r.id, r.need, r.benefit, a.name as asker, r.stage, r.cost::float8 as cost,
      r.effort_hours as "effortHours", r.state, r.over_budget as "overBudget", d.name as decider,
      r.reason
    from flags.change_requests r
    left join core.users a on a.company_id = r.company_id and a.id = r.asked_by
    left join core.users d on d.company_id = r.company_id and d.id = r.decided_by
    where r.company_id = ${company.id} and r.archived_at is null
    order by r.state = 'asked' desc, r.id desc limit 200`)

export type StageBudget = Budget & { stage: StageCode }

/** The change budget of every stage for which costs are planned. */
export async function readBudgets(scope: Scope): Promise<StageBudget[]> {
  const [costs, used] = await Promise.all([
    readCosts(scope),
    scope.db.execute<{ stage: StageCode; cost: number }>(sql`
      select stage, sum(cost)::float8 as cost from flags.change_requests
      where company_id = ${scope.company.id} and archived_at is null and state = 'approved'
      group by stage`),
  ])
  const { plan, headcounts } = costs
  const lines = heldLines(costs)
  return stageCodes.map((stage) => {
    const own = lines.filter((line) => line.stage === stage)
    const planned = sum(own.map((line) => plannedOver(line, plan.horizonMonths, headcounts)))
    const spent = used.find((one) => one.stage === stage)?.cost ?? 0
    return { stage, ...budgetOf(planned, plan.changePercent, spent) }
  })
}

/** Whether nothing may be changed for now, because the pilot is about to end. */
export const readFreeze = async (scope: Scope): Promise<boolean> =>
  isFrozen(
    (await readStages(scope)).find(({ code }) => code === 'S3'),
    today(scope),
  )

export type Decision = {
  outcome: 'approved' | 'declined'
  reason: string
  displaces: string | null
}
export type Refused = 'frozen' | 'over' | 'notThere' | 'decided'

/**
 * Decides on a request. What does not fit into the stage's budget takes the place of an approved
 * one, or is decided by the sponsor. Decisions wait for each other, so that two cannot both take
 * the last of a budget.
 * @param maySponsor whether who decides may go over the budget
 * @returns why not; undefined when it is decided
 */
export async function decide(
  scope: Scope,
  id: string,
  { outcome, reason, displaces }: Decision,
  maySponsor: boolean,
): Promise<Refused | undefined> {
  await scope.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`change requests ${scope.company.id}`}, 0))`)
  const request = await readEntry(scope, requestKept, id)
  if (request.state !== 'asked') return 'decided'
  const decided = { decidedBy: scope.actorId, decidedAt: scope.now(), reason }
  if (outcome === 'declined') return settle(scope, request, { state: 'declined', ...decided })
  if (await readFreeze(scope)) return 'frozen'
  const other = displaces ? await displaced(scope, displaces, request.stage) : undefined
  if (displaces && !other) return 'notThere'
  const budget = (await readBudgets(scope)).find(({ stage }) => stage === request.stage)
  const isWithin = budget !== undefined && fits(budget, request.cost, other?.cost)
  if (!isWithin && !maySponsor) return 'over'
  if (other) await settle(scope, other, { state: 'displaced', displacedBy: id })
  return settle(scope, request, { state: 'approved', overBudget: !isWithin, ...decided })
}

type Kept = Entry<typeof changeRequests>

async function settle(scope: Scope, entry: Kept, values: Record<string, unknown>) {
  const action = String(values.state)
  await changeEntry(scope, requestKept, entry, entry.version, values, { action })
  return undefined
}

/** An approved request of the stage that can give way. */
async function displaced(scope: Scope, id: string, stage: string): Promise<Kept | undefined> {
  const [row] = await scope.db.execute(sql`
    select from flags.change_requests where company_id = ${scope.company.id} and id = ${id}
      and stage = ${stage} and state = 'approved' and archived_at is null`)
  return row && readEntry(scope, requestKept, id)
}
