import { newId } from '../../../core/db/id.ts'
import { takeNumber } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { lineAmount } from '../lines/amount.ts'
import { totalsOf } from '../lines/totals.ts'
import { quoteKind, quoteNumbers } from '../quotes/kind.ts'
import { quoteLines, quotes } from '../quotes/schema.ts'
import type { StoredState } from '../quotes/state.ts'
import { searchLines } from './paged.ts'
import {
  dayFromNow,
  goods,
  madeUp,
  type SeedAccount,
  seedApproval,
  someAccounts,
  tellPast,
} from './seeding-shared.ts'

/** How quotes stand, in turn: days since they were written, and until they are no longer valid. */
const stands: readonly { state: StoredState; days: number; valid: number; discount: string }[] = [
  { state: 'open', days: 4, valid: 26, discount: '5' },
  { state: 'accepted', days: 40, valid: 20, discount: '0' },
  { state: 'draft', days: 1, valid: 30, discount: '0' },
  { state: 'refused', days: 50, valid: 10, discount: '3' },
  { state: 'open', days: 70, valid: -10, discount: '2' },
  { state: 'open', days: 9, valid: 5, discount: '4' },
]
const waiting = { state: 'waiting', days: 1, valid: 30, discount: '25' } as const

/** Quotes go to accounts, and are of whose accounts those are; the last of several is not approved yet. */
export async function seedQuotes(scope: Scope, count: number, random: Random): Promise<void> {
  const accounts = await someAccounts(scope)
  for (let at = 0; at < (accounts.length > 0 ? count : 0); at++) {
    const stand = count > 1 && at === count - 1 ? waiting : stands[at % stands.length]
    if (stand) await seedQuote(scope, random, random.pick(accounts), stand)
  }
}

async function seedQuote(
  scope: Scope,
  random: Random,
  { id: accountId, ownerId, departmentId }: SeedAccount,
  { state, days, valid, discount }: (typeof stands)[number],
): Promise<void> {
  const { currency } = scope.company
  const [id, number] = [newId(), await takeNumber(scope, quoteNumbers)]
  const lines = Array.from({ length: 1 + random.below(3) }, (_, position) => {
    const priced = { quantity: String(1 + random.below(9)), discount, taxRate: '13' }
    const line = { ...priced, priceMinor: 10_000 * (1 + random.below(500)) }
    const name = random.pick(goods)
    return {
      id: newId(),
      quoteId: id,
      position,
      name,
      unit: '台',
      ...line,
      amountMinor: lineAmount(line),
    }
  })
  const { netMinor, taxMinor, totalMinor } = totalsOf(lines, 'included')
  const title = `${lines[0]?.name}报价${madeUp}`
  const written = dayFromNow(scope, -days)
  const decidedOn = state === 'accepted' || state === 'refused' ? dayFromNow(scope, 6 - days) : null
  await insertMany(scope, quotes, [
    {
      ...{ id, number, title, accountId, ownerId, departmentId, currency, state, decidedOn },
      ...{
        taxing: 'included' as const,
        validUntil: dayFromNow(scope, valid),
        topDiscount: discount,
      },
      ...{ netMinor, taxMinor, totalMinor, search: searchLines(number, title) },
      decision: state === 'refused' ? '预算推迟到下半年' : '',
    },
  ])
  await insertMany(scope, quoteLines, lines)
  await tellPast(scope, quoteKind.object, id, ownerId, [
    { deed: 'created', day: written, data: { number } },
  ])
  if (state === 'waiting')
    await seedApproval(scope, ownerId, {
      ...{ object: quoteKind.object, recordId: id, title: `${number} ${title}`, currency },
      ...{
        amountMinor: totalMinor,
        departmentId,
        reason: '客户一次订足全年的量，希望让到这个价。',
      },
    })
}
