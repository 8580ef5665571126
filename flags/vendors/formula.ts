import { weightedMean } from '../../core/values/mean.ts'
import type { ClauseState } from './choices.ts'
import { type Binding, type Clause, clauses } from './clauses.ts'

/** What was found of a clause. `proved`: agreed with the clause named and the document at hand. */
export type Found = { item: string; state: ClauseState; proved: boolean }

const weights: Record<Binding, number> = { fixed: 3, must: 2, should: 1 }

/** Agreed and shown where counts whole; partly, or agreed without proof, half; missing nothing. */
const worth = ({ state, proved }: Found): number =>
  state === 'agreed' ? (proved ? 1 : 0.5) : state === 'partly' ? 0.5 : 0

export type Completeness = {
  /** 0 to 1; null when no clause applies. */
  share: number | null
  /** Mandatory clauses that are not wholly agreed: while there is one, real data may not come in. */
  open: readonly Clause[]
}

/** How complete a contract is: each clause by its weight; those that do not apply are left out. */
export function completeness(found: readonly Found[]): Completeness {
  const by = new Map(found.map((one) => [one.item, one]))
  const applying = clauses.filter(({ item }) => by.get(item)?.state !== 'n_a')
  const worthOf = ({ item }: Clause) => {
    const one = by.get(item)
    return one ? worth(one) : 0
  }
  const known = applying.map((one) => ({ weight: weights[one.binding], value: worthOf(one) }))
  return {
    share: weightedMean(known),
    open: applying.filter((one) => one.binding !== 'should' && worthOf(one) < 1),
  }
}

const day = 86_400_000

const shift = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * day).toISOString().slice(0, 10)

/** The last day on which notice can be given; null for a contract without end. */
export const noticeDay = (endsOn: string | null, noticeDays: number): string | null =>
  endsOn && shift(endsOn, -noticeDays)

export const alarmAhead = 30

/** From this day on people are reminded: thirty days before the notice day (rule R24). */
export const alarmDay = (endsOn: string | null, noticeDays: number): string | null =>
  endsOn && shift(endsOn, -noticeDays - alarmAhead)
