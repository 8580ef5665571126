import { type SQL, sql } from 'drizzle-orm'
import { awayBetween } from '../../../core/absences/reading.ts'
import { readPerson } from '../../../core/access/people.ts'
import { peopleWith } from '../../../core/access/people-with.ts'
import { may, type Person } from '../../../core/access/person.ts'
import { withinPlaces } from '../../../core/access/within.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { decideApprovals } from './rights.ts'
import { approvals, deputies } from './schema.ts'
import type { Step } from './steps.ts'

/** Somebody for whom one decides: oneself, and colleagues who are away and named one as deputy. */
export async function principalsOf(scope: Scope, registry: Registry): Promise<Person[]> {
  const away = await scope.db.execute<{ id: string }>(sql`
    select user_id as id from ${deputies} where company_id = ${scope.company.id}
      and deputy_id = ${scope.user.id} and ${isAway(scope)}`)
  const others = await Promise.all(away.map(({ id }) => personOf(scope, registry, id)))
  return [scope.user, ...others.filter((person) => person !== undefined)]
}

const personOf = async (scope: Scope, { permissions }: Registry, id: string) =>
  (await readPerson(scope.db, permissions, scope.company.id, id))?.person

/** Whether a principal may decide the step an approval is at. Nobody decides what they asked for. */
export const decidesFor = (scope: Scope, principal: Person): SQL => {
  const approver = sql`(${approvals.steps} -> (${approvals.step} - 1) ->> 'approverId')`
  const leads = may(principal, decideApprovals)
    ? withinPlaces({ ...scope, user: principal }, decideApprovals, {
        ownerId: sql`null::uuid`,
        departmentId: approvals.departmentId,
      })
    : sql`false`
  return sql`(${approvals.state} = 'waiting' and ${approvals.askedBy} <> ${principal.id}
    and ${approvals.askedBy} <> ${scope.user.id}
    and (${approver} = ${principal.id}::text or (${approver} is null and ${leads})))`
}

/** Whether any of those one decides for may. */
export const decides = (scope: Scope, principals: readonly Person[]): SQL =>
  sql`(${sql.join(
    principals.map((principal) => decidesFor(scope, principal)),
    sql` or `,
  )})`

/** Whom to tell that an approval waits: the approver, or all who lead there; and their deputies. */
export async function peopleToAsk(
  scope: Scope,
  registry: Registry,
  approvalId: string,
  { approverId }: Step,
): Promise<string[]> {
  const first = approverId ? [approverId] : await leadersOf(scope, registry, approvalId)
  const standing = await scope.db.execute<{ id: string }>(sql`
    select distinct deputy_id as id from ${deputies} where company_id = ${scope.company.id}
      and user_id = any(${sql.param(first)}::uuid[]) and ${isAway(scope)}`)
  return [...first, ...standing.map(({ id }) => id)]
}

/** Whether a deputy of a row decides today: while the one who named them is away. */
const isAway = (scope: Scope): SQL => awayBetween(scope, sql`${deputies.userId}`, today(scope))

async function leadersOf(scope: Scope, registry: Registry, approvalId: string): Promise<string[]> {
  const ids = await peopleWith(scope, registry, decideApprovals)
  const people = await Promise.all(ids.map((id) => personOf(scope, registry, id)))
  const known = people.filter((person) => person !== undefined)
  if (known.length === 0) return []
  const asked = known.map(
    (person) => sql`select ${person.id}::uuid as id from ${approvals}
      where company_id = ${scope.company.id} and ${approvals.id} = ${approvalId}
        and ${decidesFor({ ...scope, user: person }, person)}`,
  )
  const rows = await scope.db.execute<{ id: string }>(sql.join(asked, sql` union all `))
  return rows.map(({ id }) => id)
}
