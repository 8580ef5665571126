/** The four kinds of cost of the paper behind the product (origin 3.1); they are fixed. */
export const categories = ['acquisition', 'staff', 'coordination', 'maintenance'] as const
export type Category = (typeof categories)[number]

/** What the amounts of a line mean: in all, per month, per user and month. */
export const lineKinds = ['one_off', 'recurring', 'usage'] as const
export type LineKind = (typeof lineKinds)[number]

/** A licence is what a quote shows; the reserve for leaving belongs into every plan. */
export type Nature = 'licence' | 'work' | 'exit'

/** A line as it is reckoned with. Months count from 1, the first of the plan; amounts are minor units. */
export type Line = {
  category: Category
  kind: LineKind
  low: number | null
  likely: number
  high: number | null
  fromMonth: number
  /** The last month; null is the end of the horizon. */
  toMonth: number | null
  /** It stood in the quote, so that nobody is surprised by it. */
  inQuote: boolean
  nature: Nature
}

/** From a month on so many users, of whom a share (0–1) has adopted the product; null: not known. */
export type Headcount = { fromMonth: number; users: number; adopters: number | null }

/** Planned value of a three-point estimate (PERT). What is not given is as likely as the likely one. */
export const expected = ({ low, likely, high }: Pick<Line, 'low' | 'likely' | 'high'>): number =>
  ((low ?? likely) + 4 * likely + (high ?? likely)) / 6

export const monthsOf = (horizon: number): number[] =>
  Array.from({ length: horizon }, (_, at) => at + 1)

/** The head-count that holds in a month; undefined before the first. */
const countIn = (headcounts: readonly Headcount[], month: number): Headcount | undefined =>
  headcounts
    .filter(({ fromMonth }) => fromMonth <= month)
    .reduce<Headcount | undefined>(
      (latest, one) => (latest && latest.fromMonth > one.fromMonth ? latest : one),
      undefined,
    )

/** What a line is planned to cost in a month. */
export function plannedIn(line: Line, month: number, headcounts: readonly Headcount[]): number {
  const value = expected(line)
  if (line.kind === 'one_off') return month === line.fromMonth ? value : 0
  if (month < line.fromMonth || month > (line.toMonth ?? Number.POSITIVE_INFINITY)) return 0
  return line.kind === 'usage' ? value * (countIn(headcounts, month)?.users ?? 0) : value
}

/** What a line is planned to cost from the first month to `horizon`. */
export const plannedOver = (line: Line, horizon: number, counts: readonly Headcount[]): number =>
  sum(monthsOf(horizon).map((month) => plannedIn(line, month, counts)))

/** Total cost over the horizon: every line, every month. */
export const totalCost = (
  lines: readonly Line[],
  horizon: number,
  counts: readonly Headcount[],
): number => sum(lines.map((line) => plannedOver(line, horizon, counts)))

/** Users summed over the months: staged counts, not the final head-count. */
export const userMonths = (horizon: number, counts: readonly Headcount[]): number =>
  sum(monthsOf(horizon).map((month) => countIn(counts, month)?.users ?? 0))

/** The same of those who have adopted it; null while a share is not known. */
export function adoptingMonths(horizon: number, counts: readonly Headcount[]): number | null {
  const held = monthsOf(horizon).map((month) => countIn(counts, month))
  if (held.some((one) => one && one.users > 0 && one.adopters === null)) return null
  return sum(held.map((one) => (one ? one.users * (one.adopters ?? 0) : 0)))
}

/** A cost by what it was for; null when that is nothing or not known: there is nothing to divide by. */
export const per = (cost: number, of: number | null): number | null =>
  of === null || of <= 0 ? null : cost / of

/** Which share of all cost the quotes do not show; null without any cost. */
export function hiddenCostRatio(
  lines: readonly Line[],
  horizon: number,
  counts: readonly Headcount[],
): number | null {
  const all = totalCost(lines, horizon, counts)
  if (all <= 0) return null
  const seen = totalCost(
    lines.filter(({ inQuote }) => inQuote),
    horizon,
    counts,
  )
  return 1 - seen / all
}

/** Present value of monthly costs at a yearly rate (0.06); month 1 is now. */
export const presentValue = (monthly: readonly number[], yearlyRate: number): number =>
  sum(monthly.map((cost, at) => cost / (1 + yearlyRate) ** (at / 12)))

/** Work lost while people learn: shown beside the cost in cash, never in it. */
export const productivityDip = (dip: {
  people: number
  share: number
  weeks: number
  weeklyCost: number
}): number => dip.people * dip.share * dip.weeks * dip.weeklyCost

/** One category month by month: what was planned, and what it really cost. */
export type Course = { planned: readonly number[]; actual: readonly number[] }

/**
 * What a category will have cost in the end: what it did cost, and the rest of the plan by how the
 * plan held so far, bounded to 0.8 … 2. In a month that is not over the larger of the two counts.
 * @param over months that are over
 */
export function forecast({ planned, actual }: Course, over: number): number {
  const spent = sum(actual.slice(0, over))
  const toDate = sum(planned.slice(0, over))
  const held = toDate > 0 ? Math.min(2, Math.max(0.8, spent / toDate)) : 1
  const rest = planned.slice(over).map((plan, at) => Math.max(plan * held, actual[over + at] ?? 0))
  return spent + sum(rest)
}

export const usualContingency = 0.4
export const leastContingency = 0.1

/**
 * What to keep in hand on lines that are no licence: 40 % until a pilot has shown how plans hold
 * here, then as much as the pilot went over its plan, and never less than 10 %.
 */
export const contingencyShare = (pilot?: { actual: number; planned: number }): number =>
  pilot && pilot.planned > 0
    ? Math.max(leastContingency, pilot.actual / pilot.planned - 1)
    : usualContingency

/** Approved change by what was planned at first; null without a plan. */
export const changeRatio = (approved: number, baseline: number): number | null =>
  per(approved, baseline)

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
