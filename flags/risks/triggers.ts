import { sql } from 'drizzle-orm'
import { readMembers } from '../../core/access/members.ts'
import { addWorkingDays, shiftDay } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import type { Choice } from '../../core/values/choice.ts'
import { readCosts } from '../cost/reading.ts'
import { overspentHidden } from '../cost/reckoning.ts'
import { metricOf } from '../evidence/metrics.ts'
import { readStages } from '../plan/stage-rows.ts'
import { fewestShown } from '../surveys/answering.ts'
import { defaultRisks } from './defaults.ts'
import { hasFaded } from './sponsor.ts'

/** Looks whether what a risk waits for has come; undefined where nothing can tell yet. */
type Look = (scope: Scope, running: Running) => Promise<boolean | undefined>

const daysAgo = (now: Scope['now'], days: number): string =>
  new Date(now().getTime() - days * 86_400_000).toISOString()

/** Whether a query finds anything. */
const finds =
  (query: (scope: Scope) => ReturnType<typeof sql>): Look =>
  async (scope) =>
    (await scope.db.execute(query(scope))).length > 0

/** Whether a figure is below a value; while it is too little to say, nothing is known. */
const below =
  (code: string, value: number): Look =>
  async (scope, running) => {
    const reading = await metricOf(code)?.read?.(scope, {}, running)
    return reading?.state === 'ok' && reading.value !== undefined
      ? reading.value < value
      : undefined
  }

const vendorTrouble = (scope: Scope) => sql`
  select from flags.incidents where company_id = ${scope.company.id} and archived_at is null
    and closed_at is null and contract_id is not null
  union all
  select from flags.vendor_contracts where company_id = ${scope.company.id} and archived_at is null
    and attested_until < ${today(scope)}
  union all
  select from flags.vendor_reviews where company_id = ${scope.company.id} and archived_at is null
    and subprocessors_changed and held_on > ${shiftDay(today(scope), -90)}`

const lonelyRole = ({ company }: Scope) => sql`
  select from core.user_roles r
  join core.users u on u.company_id = r.company_id and u.id = r.user_id and u.disabled_at is null
  where r.company_id = ${company.id} and r.role in ('admin', 'trainer')
  group by r.role having count(*) = 1`

const neverLeft = (scope: Scope) => sql`
  select from flags.vendor_contracts where company_id = ${scope.company.id} and archived_at is null
    and role in ('hosting', 'software')
    and (exit_tested_on is null or exit_tested_on < ${shiftDay(today(scope), -365)})`

/** Larger than people need at once, or at an hour when nobody works. */
const strangeExport = ({ company, now }: Scope) => sql`
  select from core.audit where company_id = ${company.id} and object = 'core.export'
    and at > ${daysAgo(now, 7)}
    and ((after->>'count')::int > 1000
      or extract(hour from at at time zone ${company.timeZone}) not between 6 and 21)
  limit 1`

/** How far back the answers and exports of a month go, and those before them. */
const month = 28

/**
 * Most of those who answer keep half of it or more outside, or far more goes out as files than in
 * the month before.
 */
const privateLists: Look = async ({ db, company, now }) => {
  const [row] = await db.execute<{
    answers: number
    pure: number | null
    out: number
    before: number
  }>(sql`
    with latest as (
      select parts->'pure' as pure from flags.adoption_snapshots
      where company_id = ${company.id} and module = '' and parts ? 'pure' and at = (
        select max(at) from flags.adoption_snapshots where company_id = ${company.id})),
    files as (
      select at, coalesce((after->>'count')::int, 0) as rows from core.audit
      where company_id = ${company.id} and object = 'core.export' and action = 'delivered'
        and at > ${daysAgo(now, 2 * month)})
    select (select count(*)::int from latest) as answers,
      (select avg((pure->>'share')::float8) from latest) as pure,
      (select coalesce(sum(rows), 0)::int from files where at > ${daysAgo(now, month)}) as out,
      (select coalesce(sum(rows), 0)::int from files where at <= ${daysAgo(now, month)}) as before`)
  if (!row) return undefined
  const isOutside = row.answers >= fewestShown && (row.pure ?? 1) < 0.5
  const isMore = row.out >= mostFiles && row.out > 2 * row.before
  if (isOutside || isMore) return true
  return row.answers >= fewestShown || row.before > 0 ? false : undefined
}

/** Fewer rows than this are nobody’s list. */
const mostFiles = 500

/** So many working days after a course its subject is forgotten, where nothing of it is used. */
const mostIdle = 15

/** Somebody learned to work in modules more than three weeks ago, and still has none of them. */
const trainedTooEarly: Look = async (scope, { registry }) => {
  const learning = registry.modules.find((module) => module.learning)?.learning
  if (!learning) return undefined
  const { people } = await learning.read(scope.db, scope.company.id)
  const last = addWorkingDays(await readCalendar(scope), today(scope), -mostIdle)
  return (await readMembers(scope)).some((member) => {
    const has = scope.modules.of(member)
    return people[member.id]?.some(({ code, on }) => {
      const leadsTo = registry.modules.filter(({ quickStarts }) => quickStarts?.includes(code))
      return on < last && leadsTo.length > 0 && leadsTo.every(({ id }) => has.state(id) === 'off')
    })
  })
}

/** A stage in which something is switched on begins, or a gate is to be passed, while all are busy. */
const busySeason = (scope: Scope) => sql`
  select from flags.busy_times b
  where b.company_id = ${scope.company.id} and b.archived_at is null and b.ends_on >= ${today(scope)}
    and (exists (select from flags.stages s where s.company_id = b.company_id
        and s.code in ('S3', 'S4', 'S5') and s.started_on is null
        and s.start_plan between b.starts_on and b.ends_on)
      or exists (select from flags.advances a where a.company_id = b.company_id
        and a.closed_at is null and (a.due_at at time zone ${scope.company.timeZone})::date
          between b.starts_on and b.ends_on))
  limit 1`

const complaint = ({ company }: Scope) => sql`
  select from flags.feedback where company_id = ${company.id} and kind = 'complaint'
    and settled_at is null and archived_at is null limit 1`

const aboveBudget = ({ company }: Scope) => sql`
  select from flags.change_requests where company_id = ${company.id} and archived_at is null
    and state = 'approved' and over_budget limit 1`

const looks: Readonly<Record<string, Look>> = {
  'hidden-cost': async (scope) => overspentHidden(await readCosts(scope)),
  'host-leak': finds(vendorTrouble),
  'needs-change': finds(aboveBudget),
  'sponsor-fades': hasFaded,
  'private-lists': privateLists,
  'dirty-data': below('data.quality', 65),
  'one-holder': finds(lonelyRole),
  'training-too-early': trainedTooEarly,
  'unlawful-data': below('privacy.completeness', 95),
  'endless-pilot': async (scope) => {
    const pilot = (await readStages(scope)).find(({ code }) => code === 'S3')
    if (!pilot?.startedOn || pilot.endedOn || !pilot.endPlan) return false
    return Date.parse(pilot.endPlan) - Date.parse(today(scope)) <= 5 * 86_400_000
  },
  'lock-in': finds(neverLeft),
  'peak-season': finds(busySeason),
  'bulk-export': finds(strangeExport),
  control: finds(complaint),
}

/** Whether something in the product can tell when a trigger holds. */
export const isLive = (trigger: string | null): boolean =>
  trigger !== null && Object.hasOwn(looks, trigger)

/** @returns undefined where nothing can tell */
export const looksFor = async (
  scope: Scope,
  running: Running,
  trigger: string,
): Promise<boolean | undefined> =>
  Object.hasOwn(looks, trigger) ? looks[trigger]?.(scope, running) : undefined

/** What can be chosen for a risk: every sign that the product can see by itself. */
export const triggerChoices: readonly Choice[] = defaultRisks
  .filter(({ code }) => isLive(code))
  .map(({ code, sign }) => ({ key: code, label: sign }))
