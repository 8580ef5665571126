import { sql } from 'drizzle-orm'
import { type Member, readMembers } from '../../core/access/members.ts'
import { today } from '../../core/calendar/reading.ts'
import type { ConsoleJob } from '../../core/console.ts'
import { newId } from '../../core/db/id.ts'
import type { Role } from '../../core/module.ts'
import { notify } from '../../core/notify/notify.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { type Group, surveyInvitations, surveyRuns } from './schema.ts'

export type Run = {
  id: string
  kind: string
  form: 'full' | 'short'
  openedAt: Date
  closesOn: string
  closedAt: Date | null
}

const object = 'flags.survey'

/** As what somebody is asked. */
const groupOf = (roles: readonly Role[]): Group =>
  roles.includes('sponsor') ? 'leaders' : roles.includes('lead') ? 'managers' : 'staff'

const columns = sql`
  id, kind, form, opened_at as "openedAt", closes_on::text as "closesOn", closed_at as "closedAt"`

/** The rounds of a survey, the latest first. */
export const readRuns = ({ db, company }: Pick<Scope, 'db' | 'company'>, kind: string) =>
  db.execute<Run>(sql`
    select ${columns} from flags.survey_runs where company_id = ${company.id} and kind = ${kind}
    order by id desc limit 24`)

type Opening = { kind: string; form: 'full' | 'short'; closesOn: string; questionsVersion: number }

/** The kind of notification by which people hear of a round. */
export const toldOf = (kind: string) =>
  kind === 'readiness' ? ('rollout.survey-opened' as const) : (`rollout.${kind}-opened` as const)

/**
 * Opens a round, asks people, and tells them. While one is open there is no second one of its kind.
 * @param asks whom of those who may sign in it asks; everybody when left out
 */
export async function openRun(
  scope: Scope,
  opening: Opening,
  asks: (member: Member) => boolean = () => true,
): Promise<void> {
  await scope.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(${`survey ${scope.company.id}`}, 0))`)
  const runs = await readRuns(scope, opening.kind)
  if (runs.some(({ closedAt }) => closedAt === null)) return
  const id = newId()
  const openedAt = scope.now()
  await insertMany(scope, surveyRuns, [{ id, ...opening, openedAt, openedBy: scope.actorId }])
  const people = (await readMembers(scope)).filter(asks)
  await insertMany(
    scope,
    surveyInvitations,
    people.map(({ id: userId, roles, departmentId }) => ({
      ...{ runId: id, userId, group: groupOf(roles), departmentId, answered: false },
    })),
  )
  const { kind, form, closesOn } = opening
  await recordAudit(scope, {
    ...{ action: 'opened-survey', object, recordId: id },
    after: { kind, form, closesOn, people: people.length },
  })
  const ids = people.map((person) => person.id)
  await notify(scope, ids, toldOf(kind), { recordId: id }, { kind, closesOn })
}

/** Closes a round: nobody answers any more, and what was said is shown. */
export async function closeRun(scope: Scope, id: string): Promise<void> {
  const [closed] = await scope.db.execute(sql`
    update flags.survey_runs set closed_at = ${scope.now().toISOString()}
    where company_id = ${scope.company.id} and id = ${id} and closed_at is null returning id`)
  if (closed) await recordAudit(scope, { action: 'closed-survey', object, recordId: id })
}

/** Rounds end by themselves behind their last day. */
export const closeSurveysJob: ConsoleJob = {
  name: 'rollout.close-surveys',
  cron: '7 * * * *',
  run: async (scope) => {
    const over = await scope.db.execute<{ id: string }>(sql`
      select id from flags.survey_runs where company_id = ${scope.company.id}
        and closed_at is null and closes_on < ${today(scope)}`)
    for (const { id } of over) await closeRun(scope, id)
  },
}
