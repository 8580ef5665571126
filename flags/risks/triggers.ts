import { sql } from 'drizzle-orm'
import { today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import type { Choice } from '../../core/values/choice.ts'
import { readCosts } from '../cost/reading.ts'
import { overspentHidden } from '../cost/reckoning.ts'
import { metricOf } from '../evidence/metrics.ts'
import { readStages } from '../plan/stage-rows.ts'
import { defaultRisks } from './defaults.ts'

/** Looks whether what a risk waits for has come; undefined where nothing can tell yet. */
type Look = (scope: Scope, running: Running) => Promise<boolean | undefined>

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

const vendorTrouble = ({ company }: Scope) => sql`
  select from flags.incidents where company_id = ${company.id} and archived_at is null
    and closed_at is null and contract_id is not null
  union all
  select from flags.vendor_contracts where company_id = ${company.id} and archived_at is null
    and attested_until < current_date
  union all
  select from flags.vendor_reviews where company_id = ${company.id} and archived_at is null
    and subprocessors_changed and held_on > current_date - 90`

const lonelyRole = ({ company }: Scope) => sql`
  select from core.user_roles r
  join core.users u on u.company_id = r.company_id and u.id = r.user_id and u.disabled_at is null
  where r.company_id = ${company.id} and r.role in ('admin', 'trainer')
  group by r.role having count(*) = 1`

const neverLeft = ({ company }: Scope) => sql`
  select from flags.vendor_contracts where company_id = ${company.id} and archived_at is null
    and role in ('hosting', 'software')
    and (exit_tested_on is null or exit_tested_on < current_date - 365)`

/** Larger than people need at once, or at an hour when nobody works. */
const strangeExport = ({ company }: Scope) => sql`
  select from core.audit where company_id = ${company.id} and object = 'core.export'
    and at > now() - interval '7 days'
    and ((after->>'count')::int > 1000
      or extract(hour from at at time zone ${company.timeZone}) not between 6 and 21)
  limit 1`

const aboveBudget = ({ company }: Scope) => sql`
  select from flags.change_requests where company_id = ${company.id} and archived_at is null
    and state = 'approved' and over_budget limit 1`

const looks: Readonly<Record<string, Look>> = {
  'hidden-cost': async (scope) => overspentHidden(await readCosts(scope)),
  'host-leak': finds(vendorTrouble),
  'needs-change': finds(aboveBudget),
  'dirty-data': below('data.quality', 65),
  'one-holder': finds(lonelyRole),
  'unlawful-data': below('privacy.completeness', 95),
  'endless-pilot': async (scope) => {
    const pilot = (await readStages(scope)).find(({ code }) => code === 'S3')
    if (!pilot?.startedOn || pilot.endedOn || !pilot.endPlan) return false
    return Date.parse(pilot.endPlan) - Date.parse(today(scope)) <= 5 * 86_400_000
  },
  'lock-in': finds(neverLeft),
  'bulk-export': finds(strangeExport),
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
