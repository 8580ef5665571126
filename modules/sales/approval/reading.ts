import { type SQL, sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Cursor } from '../../../core/records/paging.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Paged, readPaged } from '../papers/paged.ts'
import { decides, principalsOf } from './deciders.ts'
import { type ApprovalState, approvalDecisions, approvals } from './schema.ts'
import type { Approvable, Step } from './steps.ts'

export const approvalViews = ['mine', 'asked', 'decided'] as const
export type ApprovalView = (typeof approvalViews)[number]

export type Approval = {
  id: string
  object: Approvable
  recordId: string
  title: string
  amountMinor: number
  currency: string
  reason: string
  state: ApprovalState
  step: number
  steps: Step[]
  askedBy: string
  asker: string | null
  askedAt: Date
  /** Whether the reader may decide the step it is at. */
  mayDecide: boolean
}

export type Decision = {
  step: number
  verdict: 'approved' | 'returned'
  by: string | null
  insteadOf: string | null
  comment: string
  at: Date
}

const nameOf = (person: SQL) => sql`(select u.name from core.users u
  where u.company_id = ${approvals.companyId} and u.id = ${person})`

const columns = (mayDecide: SQL) => sql`${approvals.id}, ${approvals.object},
  ${approvals.recordId} as "recordId", ${approvals.title},
  ${approvals.amountMinor}::float8 as "amountMinor", ${approvals.currency}, ${approvals.reason},
  ${approvals.state}, ${approvals.step}, ${approvals.steps}, ${approvals.askedBy} as "askedBy",
  ${nameOf(sql`${approvals.askedBy}`)} as asker, ${approvals.createdAt} as "askedAt",
  ${mayDecide} as "mayDecide"`

/** What I have decided, in my own name or another's. */
const decidedBy = ({ user }: Scope) => sql`exists (select from ${approvalDecisions} d
  where d.company_id = ${approvals.companyId} and d.approval_id = ${approvals.id}
    and d.by = ${user.id})`

/** One page of what waits for me, what I asked for, or what I decided, the newest first. */
export async function readApprovalList(
  scope: Scope,
  registry: Registry,
  view: ApprovalView,
  cursor: Cursor | undefined,
  size?: number,
): Promise<Paged<Approval>> {
  const mine = decides(scope, await principalsOf(scope, registry))
  const shown: Record<ApprovalView, SQL> = {
    mine,
    asked: sql`${approvals.askedBy} = ${scope.user.id}`,
    decided: decidedBy(scope),
  }
  return readPaged<Approval>(scope, {
    columns: columns(mine),
    from: sql`${approvals}`,
    where: sql`${approvals.companyId} = ${scope.company.id} and ${shown[view]}`,
    sort: { column: approvals.id, cast: 'uuid' },
    id: sql`${approvals.id}`,
    direction: 'desc',
    ...{ cursor, size },
  })
}

/**
 * One approval, for who asked for it, may decide it, or has decided a step of it.
 * @param also a condition under which others may see it too
 * @throws Refusal 404 else
 */
export async function readApproval(
  scope: Scope,
  registry: Registry,
  id: string,
): Promise<Approval & { decisions: Decision[] }> {
  const mine = decides(scope, await principalsOf(scope, registry))
  const [row] = await scope.db.execute<Approval>(sql`
    select ${columns(mine)} from ${approvals}
    where company_id = ${scope.company.id} and id = ${id}
      and (${approvals.askedBy} = ${scope.user.id} or ${mine} or ${decidedBy(scope)}
        or ${couldDecide(scope)})`)
  if (!row) throw notFound()
  return { ...row, decisions: await readDecisions(scope, id) }
}

/** Whoever was named for a step may see what became of it, though another was first. */
const couldDecide = ({ user }: Scope) => sql`exists (select
  from jsonb_array_elements(${approvals.steps}) s
  where s ->> 'approverId' = ${user.id}::text or (s ->> 'approverId' is null
    and ${
      user.reach.get('sales.approvals.decide') === 'all'
        ? sql`true`
        : sql`${approvals.departmentId} = any(${sql.param(user.reach.get('sales.approvals.decide') ? user.treeIds : [])}::uuid[])`
    }))`

const readDecisions = (scope: Scope, approvalId: string): Promise<Decision[]> =>
  scope.db.execute<Decision>(sql`
    select d.step, d.verdict, d.comment, d.at,
      (select u.name from core.users u where u.company_id = d.company_id and u.id = d.by) as by,
      (select u.name from core.users u
        where u.company_id = d.company_id and u.id = d.instead_of) as "insteadOf"
    from ${approvalDecisions} d where d.company_id = ${scope.company.id}
      and d.approval_id = ${approvalId} order by d.step`)

/** The approval that a record waits for, or had last. */
export async function latestApproval(
  scope: Scope,
  object: Approvable,
  recordId: string,
): Promise<{ id: string; state: ApprovalState; comment: string } | undefined> {
  const [row] = await scope.db.execute<{ id: string; state: ApprovalState; comment: string }>(sql`
    select a.id, a.state, coalesce((select d.comment from ${approvalDecisions} d
        where d.company_id = a.company_id and d.approval_id = a.id order by d.step desc limit 1), '')
        as comment
    from ${approvals} a where a.company_id = ${scope.company.id} and a.object = ${object}
      and a.record_id = ${recordId} order by a.id desc limit 1`)
  return row
}
