import { sql } from 'drizzle-orm'
import { written } from '../db/plan.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { holds, type Patterns } from './search.ts'

const sampled = 200
const leastInSample = 2
const leastHits = 2_000

/**
 * Whether a word is so common that a walk by name meets it soon, as far as two hundred records tell;
 * not at the head of names, which stand together. Only who may see them all is asked for: of others
 * nobody knows how many of theirs hold it.
 */
export async function seemsCommon(
  scope: Scope,
  kind: RecordKind,
  wanted: Patterns,
): Promise<boolean> {
  if (scope.user.reach.get(kind.view) !== 'all') return false
  const { table, tallies } = kind
  const known = { grams: sql`grams`, nameKey: sql`name_key`, search: sql`search` }
  const [row] = await scope.db.execute<{ held: number; records: number }>(sql`
    select count(*) filter (where ${holds(known, wanted)}
        and starts_with(${known.nameKey}, ${wanted.begins}) is not true)::int as held,
      (select coalesce(sum(${tallies.table.records}), 0)::int from ${tallies.table}
        where ${tallies.table.companyId} = ${scope.company.id}
          and ${tallies.table.object} = ${tallies.object}) as records
    from (select ${table.grams}, ${table.nameKey}, ${table.search} from ${table}
      where ${table.companyId} = ${scope.company.id} order by ${table.id} limit ${written(sampled)}) few`)
  const { held = 0, records = 0 } = row ?? {}
  return held >= leastInSample && (held / sampled) * records >= leastHits
}
