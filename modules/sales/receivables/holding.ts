import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import { contracts } from '../contracts/schema.ts'
import { received } from './balance-sql.ts'

/** A contract that nobody else changes the money of until the transaction ends. */
export type Held = { currency: string; totalMinor: number; receivedMinor: number; state: string }

/** Whoever plans, pays or voids something of one contract does it one after the other. */
export async function holdContract(scope: Scope, id: string): Promise<Held> {
  const here = sql`${contracts.companyId} = ${scope.company.id} and ${contracts.id} = ${id}`
  await scope.db.execute(sql`select from ${contracts} where ${here} for no key update`)
  // Read behind the lock, so that what others did meanwhile is counted.
  const [held] = await scope.db.execute<Held>(sql`
    select ${contracts.currency}, ${contracts.totalMinor}::float8 as "totalMinor",
      ${received}::float8 as "receivedMinor", ${contracts.state}
    from ${contracts} where ${here}`)
  if (!held) throw notFound()
  return held
}
