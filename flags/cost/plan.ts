import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'

/** What costs are reckoned by. Amounts are minor units of `currency`; percentages are whole numbers. */
export type CostPlan = {
  /** Null while nobody has kept any cost: then this is what would be proposed. */
  id: string | null
  currency: string
  /** The first day of month 1. */
  startsOn: string
  horizonMonths: number
  loadedRate: number | null
  discountPercent: number | null
  /** A stage may be changed for so much of what it costs (rule R25). */
  changePercent: number
  dipPeople: number | null
  dipPercent: number | null
  dipWeeks: number | null
  weeklyCost: number | null
  envelope: number | null
  envelopeBy: string | null
  envelopeAt: Date | null
}

const usual = { horizonMonths: 36, changePercent: 10 }

/** The plan of the company, or what would be proposed: from this month on, for three years. */
export async function readPlan(scope: Scope): Promise<CostPlan> {
  const [plan] = await scope.db.execute<CostPlan>(sql`
    select id, currency, starts_on::text as "startsOn", horizon_months as "horizonMonths",
      loaded_rate::float8 as "loadedRate", discount_percent as "discountPercent",
      change_percent as "changePercent", dip_people as "dipPeople", dip_percent as "dipPercent",
      dip_weeks as "dipWeeks", weekly_cost::float8 as "weeklyCost", envelope::float8 as envelope,
      envelope_by as "envelopeBy", envelope_at as "envelopeAt"
    from flags.cost_plans where company_id = ${scope.company.id}`)
  return plan ?? proposed(scope)
}

const proposed = ({ company, now }: Scope): CostPlan => ({
  ...{ id: null, currency: company.currency, startsOn: firstOf(now()), ...usual },
  ...{ loadedRate: null, discountPercent: null, dipPeople: null, dipPercent: null },
  ...{ dipWeeks: null, weeklyCost: null, envelope: null, envelopeBy: null, envelopeAt: null },
})

/** Writes the proposed plan down with the first cost, so that its currency and month 1 stay. */
export async function keepPlan(scope: Scope): Promise<void> {
  const { currency, startsOn, horizonMonths, changePercent } = proposed(scope)
  await scope.db.execute(sql`
    insert into flags.cost_plans (company_id, id, currency, starts_on, horizon_months, change_percent)
    values (${scope.company.id}, ${newId()}, ${currency}, ${startsOn}, ${horizonMonths},
      ${changePercent})
    on conflict (company_id) do nothing`)
}

/** Approves an amount that the rollout may cost, contingency included: who and when stay on record. */
export async function approveEnvelope(scope: Scope, amount: number): Promise<void> {
  await keepPlan(scope)
  const { id, envelope } = await readPlan(scope)
  await scope.db.execute(sql`
    update flags.cost_plans set envelope = ${amount}, envelope_by = ${scope.actorId},
      envelope_at = ${scope.now().toISOString()}, version = version + 1, updated_at = now()
    where company_id = ${scope.company.id}`)
  await recordAudit(scope, {
    action: 'approved',
    object: 'flags.cost-plan',
    recordId: id,
    before: { envelope },
    after: { envelope: amount },
  })
}

/** The first day of a moment's month. */
export const firstOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`

/** The first day of month `number` (1 is the first) of a plan. */
export function monthDay(startsOn: string, number: number): string {
  const at = new Date(`${startsOn}T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + number - 1)
  return firstOf(at)
}

/** Which month of a plan a day lies in: 1 for the first, 0 or less before it. */
export function monthNumber(startsOn: string, day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const [firstYear = 0, firstMonth = 0] = startsOn.split('-').map(Number)
  return (year - firstYear) * 12 + month - firstMonth + 1
}
