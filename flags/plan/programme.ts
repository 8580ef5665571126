import { sql } from 'drizzle-orm'
import { readMembers } from '../../core/access/members.ts'
import { readCalendar } from '../../core/calendar/reading.ts'
import { newId } from '../../core/db/id.ts'
import { Fields } from '../../core/http/fields.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { parseDate } from '../../core/values/date.ts'
import { seedCriteria } from '../gates/criteria.ts'
import { planText } from './messages.ts'
import { planStages, planWork } from './schedule.ts'
import { type PilotForm, stages, workItems } from './schema.ts'
import { type Size, sizes } from './stages.ts'
import type { Owner } from './template.ts'

export type Programme = {
  id: string
  sponsorId: string
  leadId: string
  size: Size
  startsOn: string
  pilotForm: PilotForm | null
  pilotDepartmentId: string | null
  pilotReason: string | null
  pausedAt: Date | null
  version: number
}

export const programmeObject = 'flags.programme'

/** Makes all that changes a company's rollout wait for one another: nothing advances twice. */
export const rolloutAlone = ({ db, company }: Scope) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rollout ${company.id}`}, 0))`)

/** The company's rollout; undefined before there is a plan. */
export async function readProgramme({ db, company }: Pick<Scope, 'db' | 'company'>) {
  const [row] = await db.execute<Programme>(sql`
    select id, sponsor_id as "sponsorId", lead_id as "leadId", size,
      starts_on::text as "startsOn", pilot_form as "pilotForm",
      pilot_department_id as "pilotDepartmentId", pilot_reason as "pilotReason",
      paused_at as "pausedAt", version
    from flags.programmes where company_id = ${company.id}`)
  return row
}

type Start = { sponsorId: string; leadId: string; startsOn: string; size: Size }

/**
 * Reads the form that starts a rollout.
 * @param raw fields sponsor, lead (ids), startsOn, size
 */
export async function readStart(
  scope: Scope,
  raw: Raw,
): Promise<{ start: Start; errors: Errors; ok: boolean }> {
  const t = planText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const people = new Set((await readMembers(scope)).map(({ id }) => id))
  for (const name of ['sponsor', 'lead'] as const)
    if (!people.has(raw[name] ?? '')) fields.refuse(name, t.choosePerson)
  const startsOn = fields.need('startsOn', t.startsOn, parseDate, '')
  const size = sizes.find((one) => String(one) === raw.size)
  if (!size) fields.refuse('size', t.chooseSize)
  const { sponsor = '', lead = '' } = raw
  const start = { sponsorId: sponsor, leadId: lead, startsOn, size: size ?? 10 }
  return { start, errors: fields.errors, ok: fields.ok }
}

/**
 * Begins the company's rollout: the stages with their days, the work of each with whose it is, and
 * the first stage under way. Begun twice it is begun once.
 */
export async function startProgramme(scope: Scope, start: Start): Promise<void> {
  await rolloutAlone(scope)
  if (await readProgramme(scope)) return
  const id = newId()
  const { sponsorId, leadId, startsOn, size } = start
  await scope.db.execute(sql`
    insert into flags.programmes (company_id, id, sponsor_id, lead_id, size, starts_on)
    values (${scope.company.id}, ${id}, ${sponsorId}, ${leadId}, ${size}, ${startsOn})`)
  const calendar = await readCalendar(scope)
  const spans = planStages(calendar, startsOn, size)
  await insertMany(
    scope,
    stages,
    spans.map(({ code, start: startPlan, end }) => ({
      ...{ code, startFirst: startPlan, endFirst: end, startPlan, endPlan: end },
      startedOn: code === 'S0' ? startPlan : null,
    })),
  )
  const owners: Record<Owner, string | null> = {
    sponsor: sponsorId,
    lead: leadId,
    admin: scope.actorId ?? leadId,
  }
  await insertMany(
    scope,
    workItems,
    planWork(calendar, spans).map(({ code, stage, owner, dueOn }) => ({
      ...{ id: newId(), stage, origin: 'template' as const, code },
      ...{ ownerId: owners[owner], dueFirst: dueOn, dueOn },
    })),
  )
  await seedCriteria(scope)
  const after = { sponsor: sponsorId, lead: leadId, startsOn, size }
  await recordAudit(scope, { action: 'started', object: programmeObject, recordId: id, after })
}

/** Pauses the rollout, or lets it go on: while it is paused nothing advances. */
export async function pauseProgramme(scope: Scope, pause: boolean, reason: string): Promise<void> {
  await rolloutAlone(scope)
  const at = pause ? scope.now().toISOString() : null
  const [changed] = await scope.db.execute<{ id: string }>(sql`
    update flags.programmes
    set paused_at = ${at}::timestamptz, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id}
      and (paused_at is null) = ${pause} returning id`)
  if (!changed) return
  const action = pause ? 'paused' : 'resumed'
  await recordAudit(scope, { action, object: programmeObject, recordId: changed.id, reason })
}
