import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import { readWorkTimes, type WorkTimes } from '../hours/reading.ts'
import { isGone } from '../linking/gone.ts'
import { policyFor } from '../policies/choosing.ts'
import { type Policy, readPolicies } from '../policies/reading.ts'
import { never, tickets } from '../tickets/schema.ts'
import { type History, readHistories } from './histories.ts'
import { type Clock, type ClockRule, reckon } from './reckoning.ts'
import { clocks } from './schema.ts'

/** Reckons the clocks of tickets and keeps them, with when each ticket is due next. */
export async function keepClocks(scope: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  // Of two who reckon at once the second sees what the first has seen, and more.
  await scope.db.execute(sql`
    select from ${tickets} where company_id = ${scope.company.id}
      and id = any(${sql.param(ids)}::uuid[]) order by id for update`)
  const [policies, histories, workTimes] = await Promise.all([
    readPolicies(scope),
    readHistories(scope, ids),
    readWorkTimes(scope),
  ])
  const now = scope.now().getTime()
  const rows = histories.flatMap((history) => rowsOf(history, policies, workTimes, now))
  await writeClocks(scope, rows)
  await dropOthers(scope, ids, rows)
  await setDue(scope, ids)
}

/** A policy as the clocks go by it. */
export const ruleOf = (policy: Policy, work: ClockRule['work']): ClockRule => ({
  targets: {
    ...{ first: inMs(policy.firstMinutes), next: inMs(policy.nextMinutes) },
    solve: inMs(policy.solveMinutes),
  },
  pauses: policy.pauses,
  warnAfter: (policy.warnPercent ?? 100) / 100,
  work,
})

const inMs = (minutes: number | null) => (minutes === null ? null : minutes * 60_000)

type Row = ReturnType<typeof rowOf>

function rowsOf(
  { id, archived, gone, happenings, departmentId, ...asked }: History,
  policies: readonly Policy[],
  workTimes: WorkTimes,
  now: number,
): Row[] {
  const policy = archived || gone ? undefined : policyFor(policies, asked)
  if (!policy) return []
  return reckon(happenings, ruleOf(policy, workTimes(departmentId)), now).map((clock) =>
    rowOf(id, policy, clock),
  )
}

const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString())
const seconds = (ms: number) => Math.round(ms / 1000)

const rowOf = (ticketId: string, policy: Policy, clock: Clock) => ({
  ...{ id: newId(), ticket_id: ticketId, policy_id: policy.id },
  ...{ kind: clock.kind, round: clock.round },
  ...{ target: seconds(clock.target), used: seconds(clock.used) },
  ...{ started_at: moment(clock.startedAt), stopped_at: moment(clock.stoppedAt) },
  ...{ paused_at: moment(clock.pausedAt), due_at: moment(clock.dueAt) },
  warn_at: policy.warnPercent === null ? null : moment(clock.warnAt),
})

/** What was kept or broken before stays as it was, whatever is promised since; a moved date is told anew. */
async function writeClocks(scope: Scope, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const now = scope.now().toISOString()
  await scope.db.execute(sql`
    insert into ${clocks} as c (company_id, id, ticket_id, policy_id, kind, round, target, used,
      started_at, stopped_at, paused_at, due_at, warn_at)
    select ${scope.company.id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, ticket_id uuid, policy_id uuid, kind text, round integer, target integer,
      used integer, started_at timestamptz, stopped_at timestamptz, paused_at timestamptz,
      due_at timestamptz, warn_at timestamptz)
    on conflict (company_id, ticket_id, kind, round) do update set policy_id = excluded.policy_id,
      target = excluded.target, used = excluded.used, started_at = excluded.started_at,
      stopped_at = excluded.stopped_at, paused_at = excluded.paused_at, due_at = excluded.due_at,
      warn_at = excluded.warn_at,
      warned_at = case when excluded.warn_at > ${now} then null else c.warned_at end,
      escalated_at = case when excluded.due_at > ${now} then null else c.escalated_at end
    where c.stopped_at is distinct from excluded.stopped_at or c.stopped_at is null`)
}

/**
 * Clocks that run for a promise nobody makes any more; and all those of a ticket that went into another
 * one, where the same words count: one answer must not keep, or break, two promises.
 */
async function dropOthers(scope: Scope, ids: readonly string[], rows: readonly Row[]) {
  const kept = rows.map(({ ticket_id, kind, round }) => `${ticket_id} ${kind} ${round}`)
  await scope.db.execute(sql`
    delete from ${clocks}
    where company_id = ${scope.company.id} and ticket_id = any(${sql.param(ids)}::uuid[])
      and (${isGone(sql`${clocks.companyId}`, sql`${clocks.ticketId}`)} or (stopped_at is null
        and not concat_ws(' ', ticket_id, kind, round) = any(${sql.param(kept)}::text[])))`)
}

/** Notes on each ticket when the first of its running clocks is due, and which. */
async function setDue(scope: Scope, ids: readonly string[]): Promise<void> {
  const company = scope.company.id
  await scope.db.execute(sql`
    update ${tickets} as t set due_at = coalesce(d.due_at, ${never}::timestamptz), due_kind = coalesce(d.kind, '')
    from unnest(${sql.param(ids)}::uuid[]) as o (id)
    left join lateral (
      select c.due_at, c.kind from ${clocks} c
      where c.company_id = ${company} and c.ticket_id = o.id and c.stopped_at is null
      order by c.due_at nulls last, c.kind limit 1) d on true
    where t.company_id = ${company} and t.id = o.id`)
}
