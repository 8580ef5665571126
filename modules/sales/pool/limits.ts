import { sql } from 'drizzle-orm'
import { today } from '../../../core/calendar/reading.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { RecordKind } from '../../../core/records/kind.ts'
import type { Scope } from '../../../core/scope.ts'
import { pooledOf } from './kinds.ts'
import type { Pool } from './pools.ts'
import { capRefusal, type Refused, refusalOf } from './rules.ts'
import { poolMoves } from './schema.ts'

type Counts = { claimed: number; held: number; heldByDepartment: number }

/** Why somebody may not have a record of a pool now; who is given one is held to the caps alone. */
export async function mayHave(
  scope: Scope,
  kind: RecordKind,
  pool: Pool,
  entry: { since: Date; formerOwnerId: string | null },
  taker: { id: string; departmentId: string | null },
  deed: 'claimed' | 'assigned',
): Promise<Refused | undefined> {
  const counts = await readCounts(scope, kind, taker)
  if (deed === 'assigned') return capRefusal(pool, counts)
  return refusalOf(pool, {
    ...counts,
    today: today(scope),
    since: formatDay(scope.company.timeZone, entry.since),
    wasMine: entry.formerOwnerId === taker.id,
  })
}

async function readCounts(
  scope: Scope,
  kind: RecordKind,
  { id, departmentId }: { id: string; departmentId: string | null },
): Promise<Counts> {
  const { table, object } = kind
  const { company } = scope
  const live = pooledOf(object)?.live ?? sql`true`
  const held = (whose: ReturnType<typeof sql>) => sql`(select count(*)::int from ${table}
    where ${table.companyId} = ${company.id} and ${whose} and ${live})`
  const midnight = sql`${today(scope)}::timestamp at time zone ${company.timeZone}`
  const [row] = await scope.db.execute<Counts>(sql`
    select ${held(sql`${table.ownerId} = ${id}`)} as held,
      ${held(sql`${table.departmentId} = ${departmentId} and ${table.ownerId} is not null`)} as "heldByDepartment",
      (select count(*)::int from ${poolMoves} m where m.company_id = ${company.id}
        and m.owner_id = ${id} and m.deed = 'claimed' and m.object = ${object}
        and m.at >= ${midnight}) as claimed`)
  return row ?? { claimed: 0, held: 0, heldByDepartment: 0 }
}
