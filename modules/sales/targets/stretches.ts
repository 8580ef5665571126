import { iso } from '../../../core/reports/state.ts'
import { firstOf } from './form.ts'

/** A column of the page: some months of a year, for the targets of which quarters or months count. */
export type Stretch = {
  key: string
  months: readonly number[]
  /** First days, and what a target there is set for. */
  parts: readonly { startsOn: string; months: 1 | 3 }[]
  from: string
  to: string
}

const stretch = (key: string, year: number, months: readonly number[], per: 1 | 3): Stretch => ({
  ...{ key, months },
  parts: months
    .filter((month) => (month - 1) % per === 0)
    .map((month) => ({ startsOn: firstOf(year, month), months: per })),
  from: firstOf(year, months[0] ?? 1),
  to: iso(year, (months.at(-1) ?? 12) + 1, 0),
})

const from = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at)

/** The months or the quarters of a year, and all of it behind them. */
export const stretchesOf = (year: number, per: 1 | 3): Stretch[] => [
  ...from(0, 12 / per).map((at) => stretch(`${at + 1}`, year, from(at * per + 1, per), per)),
  stretch('whole', year, from(1, 12), per),
]
