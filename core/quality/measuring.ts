import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import type { Quality } from './declared.ts'
import { broken, faultsOf, privacyFaultsOf } from './faults.ts'
import type { Share } from './formula.ts'
import { withRequired } from './required.ts'
import { accuracyShare } from './sampling.ts'
import type { Shares } from './schema.ts'

/** So many of the worst records are kept. */
const mostWorst = 500

/**
 * Measures one kind of record: one walk through its live rows counts every rule, a second one
 * finds the worst. A field with a validity rule of its own counts there once it is filled. Of two
 * that measure at one moment the second waits: both would write down the same worst records.
 */
export async function measure(scope: Scope, declared: Quality): Promise<void> {
  const quality = withRequired(scope, declared)
  const { object, table } = quality
  const company = scope.company.id
  await scope.db.execute(
    sql`select pg_advisory_xact_lock(hashtext('core.quality'), hashtext(${company}))`,
  )
  const live = sql`${table}.company_id = ${company} and ${table}.archived_at is null`
  const faults = [...faultsOf(quality), ...privacyFaultsOf(quality)]
  const counts = faults.flatMap((fault) => [
    sql`count(*) filter (where ${fault.applies})::int`,
    sql`count(*) filter (where ${broken(fault)})::int`,
  ])
  const [row] = await scope.db.execute<{ records: number; counts: number[] }>(sql`
    select count(*)::int as records, array[${sql.join(counts, sql`, `)}] as counts
    from ${table} where ${live}`)
  const records = row?.records ?? 0
  const shares: Shares = {}
  for (const [at, { key, weight }] of faults.entries()) {
    const [of = 0, wrong = 0] = (row?.counts ?? []).slice(2 * at, 2 * at + 2)
    shares[key] = { good: of - wrong, of }
    const [dimension = ''] = key.split('.')
    if (dimension === 'privacy') continue
    const factor = dimension === 'completeness' ? weight : 1
    shares[dimension] = sum(shares[dimension], { good: factor * (of - wrong), of: factor * of })
  }
  const superfluous = await quality.duplicates(scope)
  if (superfluous !== null) shares.uniqueness = { good: records - superfluous, of: records }
  shares.accuracy = await accuracyShare(scope, object)
  await scope.db.execute(sql`
    insert into core.quality_snapshots (company_id, id, object, records, shares)
    values (${company}, ${newId()}, ${object}, ${records}, ${JSON.stringify(shares)})`)
  await keepWorst(scope, quality)
}

const sum = (one: Share | undefined, { good, of }: Share): Share => ({
  good: (one?.good ?? 0) + good,
  of: (one?.of ?? 0) + of,
})

async function keepWorst(scope: Scope, quality: Quality): Promise<void> {
  const { object, table } = quality
  const company = scope.company.id
  const faults = faultsOf(quality)
  const burden = sql.join(
    faults.map((fault) => sql`case when ${broken(fault)} then ${fault.weight}::int else 0 end`),
    sql` + `,
  )
  const names = sql.join(
    faults.map((fault) => sql`case when ${broken(fault)} then ${fault.key}::text end`),
    sql`, `,
  )
  await scope.db.execute(sql`
    delete from core.quality_worst where company_id = ${company} and object = ${object}`)
  await scope.db.execute(sql`
    insert into core.quality_worst (company_id, object, record_id, burden, faults)
    select ${company}, ${object}, id, burden, array_remove(faults, null) from (
      select ${table}.id as id, ${burden} as burden, array[${names}] as faults from ${table}
      where ${table}.company_id = ${company} and ${table}.archived_at is null) judged
    where burden > 0 order by burden desc, id limit ${mostWorst}`)
}

/** Snapshots older than two years show no trend any more. */
export const forgetOldSnapshots = (scope: Scope) =>
  scope.db.execute(sql`
    delete from core.quality_snapshots where company_id = ${scope.company.id}
      and taken_at < now() - interval '2 years'`)
