import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import type { Strictness } from '../matrix/schema.ts'
import type { Judged, Suggestion } from './formula.ts'
import type { GateCode } from './gates.ts'
import type { Outcome } from './schema.ts'

export type Decision = {
  id: string
  gate: GateCode
  at: Date
  inputs: Judged[]
  score: number | null
  suggested: Suggestion
  outcome: Outcome
  override: boolean
  strictness: Strictness
  reason: string
  expiresOn: string | null
  compensation: string | null
  dissent: string
  recheckOn: string | null
  decider: string | null
  second: string | null
}

const columns = sql`
  d.id, d.gate, d.at, d.inputs, d.score, d.suggested, d.outcome, d.override, d.strictness, d.reason,
  d.expires_on::text as "expiresOn", d.compensation, d.dissent, d.recheck_on::text as "recheckOn",
  (select u.name from core.users u where u.company_id = d.company_id and u.id = d.decided_by)
    as decider,
  (select u.name from core.users u where u.company_id = d.company_id and u.id = d.second_by)
    as second`

/** The decisions at one gate, the latest first. */
export const readDecisions = (scope: Scope, gate: GateCode): Promise<Decision[]> =>
  scope.db.execute<Decision>(sql`
    select ${columns} from flags.gate_decisions d
    where d.company_id = ${scope.company.id} and d.gate = ${gate} order by d.id desc limit 50`)

/** Gates that were passed by an override: they show at every later gate. */
export const readOverrides = (scope: Scope): Promise<Decision[]> =>
  scope.db.execute<Decision>(sql`
    select ${columns} from flags.gate_decisions d
    where d.company_id = ${scope.company.id} and d.override and d.outcome = 'go'
    order by d.id limit 50`)

export type Brief = Pick<Decision, 'id' | 'gate' | 'outcome' | 'override' | 'expiresOn' | 'at'>

/** The latest decision of each gate. */
export const readLatest = (scope: Scope): Promise<Brief[]> =>
  scope.db.execute<Brief>(sql`
    select distinct on (gate) id, gate, outcome, override, expires_on::text as "expiresOn", at
    from flags.gate_decisions where company_id = ${scope.company.id} order by gate, id desc`)

export const passedOf = (latest: readonly Brief[]): ReadonlySet<string> =>
  new Set(latest.filter(({ outcome }) => outcome === 'go').map(({ gate }) => gate))

/** How often a gate was missed: not gone through, and not stopped. */
export async function countMisses({ db, company }: Scope, gate: GateCode): Promise<number> {
  const [row] = await db.execute<{ misses: number }>(sql`
    select count(*)::int as misses from flags.gate_decisions
    where company_id = ${company.id} and gate = ${gate}
      and outcome in ('conditional', 'redesign')`)
  return row?.misses ?? 0
}
