import { sql } from 'drizzle-orm'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { ConsoleJob, Running } from '../../core/console.ts'
import { newId } from '../../core/db/id.ts'
import { notify } from '../../core/notify/notify.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import { momentAt, wallTime } from '../../core/values/moment.ts'
import { readProgramme, rolloutAlone } from '../plan/programme.ts'
import { decideGate } from './deciding.ts'
import { readLatest } from './decisions.ts'
import type { GateCode } from './gates.ts'
import { gatesText } from './messages.ts'
import { nextFit, type Unfit, unfitMoment } from './moment.ts'
import { advances } from './schema.ts'

export type Advance = {
  id: string
  gate: GateCode
  dueAt: Date
  plannedBy: string
  planner: string
  note: string | null
}

const object = 'flags.advance'

/** What is planned at a gate; undefined when nothing is. */
export async function readAdvance(scope: Scope, gate: GateCode): Promise<Advance | undefined> {
  const [row] = await scope.db.execute<Advance>(sql`
    select a.id, a.gate, a.due_at as "dueAt", a.planned_by as "plannedBy", a.note,
      (select u.name from core.users u where u.company_id = a.company_id and u.id = a.planned_by)
        as planner
    from flags.advances a where a.company_id = ${scope.company.id} and a.gate = ${gate}
      and a.closed_at is null order by a.id desc limit 1`)
  return row
}

/**
 * Plans to go through a gate by itself. Those concerned are told at once, a working day ahead.
 * @param wall the company's wall clock, 2026-03-05 14:05:00
 * @returns why it cannot be then
 */
export async function planAdvance(
  scope: Scope,
  gate: GateCode,
  wall: string,
): Promise<Unfit | 'tooSoon' | undefined> {
  await rolloutAlone(scope)
  const calendar = await readCalendar(scope)
  if (wall.slice(0, 10) <= today(scope)) return 'tooSoon'
  const unfit = unfitMoment(calendar, wall)
  if (unfit) return unfit
  await callOff(scope, gate)
  const id = newId()
  const dueAt = momentAt(wall, scope.company.timeZone)
  await insertMany(scope, advances, [
    { id, gate, dueAt, plannedBy: scope.user.id, plannedAt: scope.now() },
  ])
  await recordAudit(scope, { action: 'planned', object, recordId: id, after: { gate, at: wall } })
  await tell(scope, id, 'rollout.advance-planned', { gate, at: wall })
  return undefined
}

/** Calls off what is planned at a gate. */
export async function callOff(scope: Scope, gate: GateCode): Promise<void> {
  const gone = await close(scope, sql`gate = ${gate}`, null, 'calledOff')
  for (const id of gone) await recordAudit(scope, { action: 'withdrawn', object, recordId: id })
}

async function close(
  scope: Scope,
  which: ReturnType<typeof sql>,
  decision: string | null,
  note: string | null,
): Promise<string[]> {
  const rows = await scope.db.execute<{ id: string }>(sql`
    update flags.advances set closed_at = ${scope.now().toISOString()},
      closed_by = ${scope.actorId}, decision_id = ${decision}, note = ${note}
    where company_id = ${scope.company.id} and closed_at is null and ${which} returning id`)
  return rows.map(({ id }) => id)
}

/** Sponsor, rollout lead and administrators: those who must know that something goes on by itself. */
async function tell(scope: Scope, id: string, kind: string, data: Record<string, unknown>) {
  const programme = await readProgramme(scope)
  const admins = await scope.db.execute<{ id: string }>(sql`
    select r.user_id as id from core.user_roles r
    join core.users u on u.company_id = r.company_id and u.id = r.user_id
    where r.company_id = ${scope.company.id} and r.role = 'admin' and u.disabled_at is null`)
  const people = [programme?.sponsorId, programme?.leadId, ...admins.map((one) => one.id)]
  const known = people.filter((one) => one !== undefined)
  await notify(scope, known, kind, { recordId: id }, data)
}

/** Goes through the gates whose time has come, if the evidence still says so. */
export async function advanceDue(scope: Scope, running: Running): Promise<void> {
  const due = await scope.db.execute<{ id: string; gate: GateCode; plannedBy: string }>(sql`
    select id, gate, planned_by as "plannedBy" from flags.advances
    where company_id = ${scope.company.id} and closed_at is null
      and due_at <= ${scope.now().toISOString()} order by due_at limit 10`)
  for (const one of due) await advanceOne(scope, running, one)
}

async function advanceOne(
  scope: Scope,
  running: Running,
  { id, gate, plannedBy }: { id: string; gate: GateCode; plannedBy: string },
): Promise<void> {
  await rolloutAlone(scope)
  const [open] = await scope.db.execute(sql`
    select from flags.advances where company_id = ${scope.company.id} and id = ${id}
      and closed_at is null`)
  const programme = await readProgramme(scope)
  // A paused plan waits; it goes on by itself once somebody lets it.
  if (!open || programme?.pausedAt) return
  const { timeZone } = scope.company
  const wall = wallTime(scope.now(), timeZone)
  const calendar = await readCalendar(scope)
  const unfit = unfitMoment(calendar, wall)
  if (unfit) {
    const later = nextFit(calendar, wall)
    await scope.db.execute(sql`
      update flags.advances set due_at = ${momentAt(later, timeZone).toISOString()}, note = ${unfit}
      where company_id = ${scope.company.id} and id = ${id}`)
    return tell(scope, id, 'rollout.advance-put-off', { gate, at: later })
  }
  const latest = (await readLatest(scope)).find((one) => one.gate === gate)
  const decided = await decideGate({ ...scope, actorId: plannedBy }, running, {
    ...{ gate, seen: latest?.id ?? null, outcome: 'go', dissent: '' },
    reason: gatesText(scope.locale).bySchedule(wall.slice(0, 16)),
  })
  const mine = sql`id = ${id}`
  await close(scope, mine, decided.ok ? decided.id : null, decided.ok ? null : decided.why)
  await tell(scope, id, decided.ok ? 'rollout.advanced' : 'rollout.advance-failed', { gate })
}

export const advanceJob: ConsoleJob = {
  name: 'rollout.advance',
  cron: '*/10 * * * *',
  run: (scope, _, running) => advanceDue(scope, running),
}
