import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { type Group, surveyResponses } from './schema.ts'

/** Fewer people than this are never shown as a group (R17, R22). */
export const fewestShown = 4

export type Invitation = { runId: string; group: Group; peers: number; answered: boolean }

/** What somebody is asked by the open round of a survey; undefined when it does not ask them. */
export async function readInvitation(scope: Scope, kind: string): Promise<Invitation | undefined> {
  const [row] = await scope.db.execute<Invitation>(sql`
    select i.run_id as "runId", i."group", i.answered,
      (select count(*)::int from flags.survey_invitations p where p.company_id = i.company_id
        and p.run_id = i.run_id and p."group" = i."group") as peers
    from flags.survey_invitations i
    join flags.survey_runs r on r.company_id = i.company_id and r.id = i.run_id
    where i.company_id = ${scope.company.id} and i.user_id = ${scope.user.id}
      and r.kind = ${kind} and r.closed_at is null`)
  return row
}

/**
 * Takes somebody's answers, once. That they answered is kept apart from what; no trace in the audit
 * trail ties the two together.
 * @returns false when they have answered already, or the round has closed
 */
export async function answerRun(
  scope: Scope,
  runId: string,
  answers: Record<string, number | null>,
  comment: string,
): Promise<boolean> {
  const [mine] = await scope.db.execute<{ group: Group; departmentId: string | null }>(sql`
    update flags.survey_invitations i set answered = true from flags.survey_runs r
    where i.company_id = ${scope.company.id} and i.run_id = ${runId}
      and i.user_id = ${scope.user.id} and not i.answered
      and r.company_id = i.company_id and r.id = i.run_id and r.closed_at is null
    returning i."group", case when (
      select count(*) from flags.survey_invitations p where p.company_id = i.company_id
        and p.run_id = i.run_id and p.department_id = i.department_id) >= ${fewestShown}
      then i.department_id end as "departmentId"`)
  if (!mine) return false
  await insertMany(scope, surveyResponses, [{ id: randomUUID(), runId, ...mine, answers, comment }])
  return true
}

export type Turnout = { group: Group; invited: number; answered: number }

/** How many of each group were asked, and how many have answered. */
export const readTurnout = (scope: Scope, runId: string): Promise<Turnout[]> =>
  scope.db.execute<Turnout>(sql`
    select "group", count(*)::int as invited, count(*) filter (where answered)::int as answered
    from flags.survey_invitations where company_id = ${scope.company.id} and run_id = ${runId}
    group by "group" order by "group"`)

export type Response = {
  group: Group
  departmentId: string | null
  answers: Record<string, number | null>
  comment: string
}

/** The answers of the latest rounds of a survey that have closed, the earliest first, round by round. */
export async function readRounds(
  scope: Scope,
  kind: string,
  rounds = 12,
): Promise<{ run: string; closedAt: Date; responses: Response[] }[]> {
  const rows = await scope.db.execute<Response & { run: string; closedAt: Date }>(sql`
    select r.id as run, r.closed_at as "closedAt", p."group", p.department_id as "departmentId",
      p.answers, p.comment
    from (select company_id, id, closed_at from flags.survey_runs
      where company_id = ${scope.company.id} and kind = ${kind} and closed_at is not null
      order by id desc limit ${rounds}) r
    join flags.survey_responses p on p.company_id = r.company_id and p.run_id = r.id
    order by r.id, p.id limit 20000`)
  return [...Map.groupBy(rows, ({ run }) => run)].map(([run, responses]) => ({
    run,
    closedAt: responses[0]?.closedAt ?? scope.now(),
    responses,
  }))
}

/** How many of a round were asked in each department, and how many have answered. */
export const readPlaces = (
  { db, company }: Scope,
  runId: string,
): Promise<{ departmentId: string; invited: number; answered: number }[]> =>
  db.execute<{ departmentId: string; invited: number; answered: number }>(sql`
    select department_id as "departmentId", count(*)::int as invited,
      count(*) filter (where answered)::int as answered
    from flags.survey_invitations where company_id = ${company.id} and run_id = ${runId}
      and department_id is not null
    group by department_id`)

/** All answers of a round that has closed; of one that is open there are none to be read. */
export const readResponses = (scope: Scope, runId: string): Promise<Response[]> =>
  scope.db.execute<Response>(sql`
    select p."group", p.department_id as "departmentId", p.answers, p.comment
    from flags.survey_responses p
    join flags.survey_runs r on r.company_id = p.company_id and r.id = p.run_id
    where p.company_id = ${scope.company.id} and p.run_id = ${runId} and r.closed_at is not null
    order by p.id limit 5000`)
