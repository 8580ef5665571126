import { sql } from 'drizzle-orm'
import { notFound } from '../../../core/http/refusal.ts'
import type { Scope } from '../../../core/scope.ts'
import { contracts } from '../contracts/schema.ts'
import { received } from './balance-sql.ts'

/** A contract that nobody else changes the money of until the transaction ends. */
export type HeldContract = {
  id: string
  number: string
  currency: string
  totalMinor: number
  receivedMinor: number
  state: string
}

/** Whoever plans, pays or voids something of one contract does it one after the other. */
export async function holdContract(scope: Scope, id: string): Promise<HeldContract> {
  const [held] = await holdContracts(scope, [id])
  if (!held) throw notFound()
  return held
}

/** Holds several contracts, always in the same order, so that nobody waits for each other. */
export async function holdContracts(scope: Scope, ids: readonly string[]): Promise<HeldContract[]> {
  const these = sql`${contracts.companyId} = ${scope.company.id}
    and ${contracts.id} = any(${sql.param(ids)}::uuid[])`
  await scope.db.execute(sql`
    select from ${contracts} where ${these} order by ${contracts.id} for no key update`)
  // Read behind the lock, so that what others did meanwhile is counted.
  return scope.db.execute<HeldContract>(sql`
    select ${contracts.id}, ${contracts.number}, ${contracts.totalCurrency},
      ${contracts.totalMinor}::float8 as "totalMinor", ${received}::float8 as "receivedMinor",
      ${contracts.state}
    from ${contracts} where ${these}`)
}
