import { newId } from '../../../core/db/id.ts'
import { recordAudits } from '../../../core/records/audit.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { instalmentObject } from './instalments.ts'
import { readPlan } from './reading.ts'
import { instalments } from './schema.ts'

/**
 * Plans the instalments of one contract for another one of the same currency, each on its day of a
 * later term. Those that were let go stay behind.
 * @param later the day, as it stands in the other contract's term
 */
export async function planAnew(
  scope: Scope,
  from: string,
  contractId: string,
  later: (day: string) => string,
): Promise<void> {
  const plan = (await readPlan(scope, from)).filter(({ status }) => status !== 'void')
  const rows = plan.map(({ dueOn, amountMinor, note }) => ({
    ...{ id: newId(), contractId, dueOn: later(dueOn), amountMinor, note },
  }))
  await insertMany(scope, instalments, rows)
  await recordAudits(
    scope,
    rows.map(({ id, contractId: contract, ...values }) => ({
      ...{ action: 'created', object: instalmentObject, recordId: id },
      after: { contract, ...values },
    })),
  )
}
