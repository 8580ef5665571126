import { sql } from 'drizzle-orm'
import { type NumberRange, passNumbers, patternOf } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { contractNumbers } from '../contracts/kind.ts'
import { contracts } from '../contracts/schema.ts'
import { receiptNumbers } from '../receivables/receipts.ts'
import { receipts } from '../receivables/schema.ts'

/** The papers whose numbers files may bring, by their range. */
const brought = new Map<string, typeof contracts | typeof receipts>([
  [contractNumbers.key, contracts],
  [receiptNumbers.key, receipts],
])

/**
 * Has a range go on behind the numbers that are there, once its pattern is another: those that came
 * with a file may be written that way already.
 */
export async function passKnown(scope: Scope, range: NumberRange): Promise<void> {
  const table = brought.get(range.key)
  if (!table) return
  const [head = ''] = (await patternOf(scope, range)).split('{')
  const known = await scope.db.execute<{ number: string }>(sql`
    select number from ${table} where company_id = ${scope.company.id}
      and starts_with(number, ${head})`)
  await passNumbers(
    scope,
    range,
    known.map(({ number }) => number),
  )
}
