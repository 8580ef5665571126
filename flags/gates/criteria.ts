import { sql } from 'drizzle-orm'
import { newId } from '../../core/db/id.ts'
import { differences, recordAudit } from '../../core/records/audit.ts'
import type { Scope } from '../../core/scope.ts'
import { insertMany } from '../../core/seed/insert.ts'
import type { Measure } from './formula.ts'
import { type Family, families } from './gates.ts'
import { criteria } from './schema.ts'
import { type Default, defaults } from './template.ts'

export type Criterion = Omit<Measure, 'direction' | 'kind'> & {
  id: string
  lateAt: Date | null
  lateReason: string | null
  version: number
}

const object = 'flags.criterion'

/**
 * Adds a criterion to a gate that is not locked.
 * @returns `taken` when the gate asks for that figure there already
 */
export async function addCriterion(
  scope: Scope,
  gate: Family,
  criterion: Default,
): Promise<'taken' | undefined> {
  const known = await readCriteria(scope, gate)
  if (known.some(({ metric, place }) => metric === criterion.metric && place === criterion.place))
    return 'taken'
  const id = newId()
  await insertMany(scope, criteria, [{ id, gate, ...criterion }])
  await recordAudit(scope, {
    action: 'created',
    object,
    recordId: id,
    after: { gate, ...criterion },
  })
  return undefined
}

/** Takes a criterion out of a gate that is not locked. */
export async function removeCriterion(
  scope: Scope,
  gate: Family,
  { id, metric, place, floor, target, weight }: Criterion,
): Promise<void> {
  await scope.db.execute(sql`
    delete from flags.criteria where company_id = ${scope.company.id} and id = ${id}`)
  const before = { gate, metric, place, floor, target, weight }
  await recordAudit(scope, { action: 'removed', object, recordId: id, before })
}

/** Writes the criteria of all gates as the template has them; the first gate is locked at once. */
export async function seedCriteria(scope: Scope): Promise<void> {
  await insertMany(
    scope,
    criteria,
    families.flatMap((gate) => defaults[gate].map((one) => ({ id: newId(), gate, ...one }))),
  )
  await lockGate(scope, 'G0')
}

/** What a gate asks for, hard criteria first. */
export const readCriteria = ({ db, company }: Scope, gate: Family): Promise<Criterion[]> =>
  db.execute<Criterion>(sql`
    select id, metric, place, floor, target, weight, critical, hard, min_n as "minN",
      late_at as "lateAt", late_reason as "lateReason", version
    from flags.criteria where company_id = ${company.id} and gate = ${gate}
    order by hard desc, weight desc, metric, place`)

/** Since when a gate is locked; null while its criteria may still be changed freely. */
export async function lockedSince({ db, company }: Scope, gate: Family): Promise<Date | null> {
  const [row] = await db.execute<{ at: Date }>(sql`
    select locked_at as at from flags.gate_locks
    where company_id = ${company.id} and gate = ${gate}`)
  return row?.at ?? null
}

/** Locks the criteria of a gate: from then on a change needs a reason, and shows. */
export async function lockGate(scope: Scope, gate: Family): Promise<void> {
  const [fresh] = await scope.db.execute(sql`
    insert into flags.gate_locks (company_id, gate, locked_at, locked_by)
    values (${scope.company.id}, ${gate}, ${scope.now().toISOString()}, ${scope.actorId})
    on conflict do nothing returning gate`)
  if (fresh) await recordAudit(scope, { action: 'locked', object: 'flags.gate', recordId: gate })
}

export type Terms = Pick<Criterion, 'floor' | 'target' | 'weight' | 'critical' | 'minN'>

/**
 * Changes what a criterion asks for. Behind the lock it needs a reason, which stays beside it.
 * @returns `conflict` when somebody changed it meanwhile
 */
export async function changeCriterion(
  scope: Scope,
  before: Criterion,
  version: number,
  terms: Terms,
  lateReason: string | null,
): Promise<'conflict' | undefined> {
  const pick = ({ floor, target, weight, critical, minN }: Terms) => ({
    ...{ floor, target, weight, critical, minN },
  })
  const change = differences(pick(before), pick(terms))
  if (!change) return undefined
  const late = lateReason === null ? null : scope.now().toISOString()
  const [changed] = await scope.db.execute(sql`
    update flags.criteria set floor = ${terms.floor}, target = ${terms.target},
      weight = ${terms.weight}, critical = ${terms.critical}, min_n = ${terms.minN},
      late_at = coalesce(${late}::timestamptz, late_at),
      late_reason = coalesce(${lateReason}, late_reason),
      updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${before.id} and version = ${version}
    returning id`)
  if (!changed) return 'conflict'
  await recordAudit(scope, {
    ...{ action: 'changed', object, recordId: before.id, ...change },
    ...(lateReason === null ? {} : { reason: lateReason }),
  })
  return undefined
}
