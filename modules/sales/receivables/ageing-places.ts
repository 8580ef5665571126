import { contractKind } from '../contracts/kind.ts'
import { addressOf } from '../papers/address.ts'
import { type Age, ages } from './ageing.ts'
import type { Whose } from './ageing-reading.ts'

/** The ages, what stands in no instalment, and all of it. */
export const ageingLines = [...ages, 'unplanned', 'total'] as const
export type AgeingLine = (typeof ageingLines)[number]

export const ageingHref = '/sales/receivables'

/** Where the records stand that an amount of the ageing is made of. */
export function behindAge(
  line: AgeingLine,
  currency: string,
  { owner, department }: Whose,
): string {
  const whose = { currency, owner, department }
  if (line === 'unplanned') return addressOf(contractKind.href, { unplanned: '1', ...whose })
  if (line === 'total') return addressOf(contractKind.href, { owing: '1', ...whose })
  const age: Age = line
  return addressOf(ageingHref, { age, ...whose })
}
