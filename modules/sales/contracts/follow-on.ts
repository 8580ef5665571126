import { type SQL, sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Part } from '../../../core/db/together.ts'
import type { Scope } from '../../../core/scope.ts'
import { viewContracts } from './rights.ts'
import { contracts } from './schema.ts'

/** Whether a contract is the one that follows on: it counts unless it was put away or made void. */
const counts = (one: SQL): SQL => sql`${one}.state <> 'void' and ${one}.archived_at is null`

/** Whether another contract follows on this one. */
export const isFollowed: SQL = sql`exists (select from ${contracts} f
  where f.company_id = ${contracts.companyId} and f.renews_id = ${contracts.id}
    and ${counts(sql`f`)})`

/** A contract before or behind another one; `number` is null out of the reader's reach. */
export type Linked = { id: string; side: 'before' | 'behind'; number: string | null }

/** The contract whose term another one follows on, and the one that follows on that. */
export const linkedTo = (
  scope: Scope,
  { id, renewsId }: { id: string; renewsId: string | null },
): Part<Linked> => ({
  query: sql`
    select ${contracts.id}, case when ${contracts.id} = ${renewsId} then 'before' else 'behind' end as side,
      case when ${within(scope, viewContracts, contracts)} then ${contracts.number} end as number
    from ${contracts} where ${contracts.companyId} = ${scope.company.id}
      and (${contracts.id} = ${renewsId} or ${contracts.renewsId} = ${id} and ${counts(sql`contracts`)})
    order by ${contracts.id} limit 2`,
})
