import { sql } from 'drizzle-orm'
import type { Running } from '../../core/console.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { metricOf } from '../evidence/metrics.ts'
import { openEvidence } from '../evidence/reading.ts'
import type { Candidate, Known } from './pilot.ts'
import { programmeObject, rolloutAlone } from './programme.ts'
import type { PilotForm } from './schema.ts'

/** Departments with people of their own: where a pilot could be. */
export async function readCandidates(scope: Scope, running: Running): Promise<Candidate[]> {
  const rows = await scope.db.execute<Candidate>(sql`
    select d.id, d.name, count(u.id)::int as people,
      count(u.champion_since)::int as champions,
      count(distinct r.user_id)::int as leads
    from core.departments d
    join core.users u on u.company_id = d.company_id and u.department_id = d.id
      and u.disabled_at is null
    left join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id
      and r.role = 'lead'
    where d.company_id = ${scope.company.id} and d.archived_at is null
    group by d.id, d.name order by d.id limit 200`)
  const read = await openEvidence(scope, running)
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      frequency: await figure(read, 'adoption.frequency', row.id),
    })),
  )
}

/** What is known of the company as far as it decides on the form of the pilot. */
export async function readKnown(scope: Scope, running: Running): Promise<Known> {
  const evidence = await openEvidence(scope, running)
  const read = (code: string) => figure(evidence, code)
  const support = await read('readiness.support')
  return {
    data: await read('data.quality'),
    people: await read('readiness.people'),
    coverage: await read('training.coverage'),
    support: support === undefined ? undefined : support >= asked(4),
  }
}

/** An answer from 1 to 5 as an index from 0 to 100. */
const asked = (answer: number): number => ((answer - 1) / 4) * 100

/** A figure as it is now; undefined when there is too little evidence, or nobody measures it. */
async function figure(
  read: Awaited<ReturnType<typeof openEvidence>>,
  code: string,
  department?: string,
) {
  const metric = metricOf(code)
  const reading = metric && (await read(metric, department ? { department } : {}))
  return reading?.state === 'ok' ? reading.value : undefined
}

type Choice = { form: PilotForm; departmentId: string | null; reason: string }

/** Chooses the form of the pilot and its department, with the reason. */
export async function choosePilot(scope: Scope, choice: Choice): Promise<void> {
  await rolloutAlone(scope)
  const { form, departmentId, reason } = choice
  const [changed] = await scope.db.execute<{ id: string }>(sql`
    update flags.programmes set pilot_form = ${form}, pilot_department_id = ${departmentId},
      pilot_reason = ${reason}, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} returning id`)
  if (!changed) return
  await recordAudit(scope, {
    ...{ action: 'changed', object: programmeObject, recordId: changed.id, reason },
    after: { pilotForm: form, pilotDepartment: departmentId },
  })
}
