import {
  adoptingMonths,
  type Category,
  categories,
  contingencyShare,
  forecast,
  hiddenCostRatio,
  monthsOf,
  per,
  plannedIn,
  plannedOver,
  presentValue,
  productivityDip,
  sum,
  totalCost,
  userMonths,
} from './formula.ts'
import { monthNumber } from './plan.ts'
import type { Costs, KeptLine, Offer } from './reading.ts'

/** One category over the horizon, in minor units. */
export type CategoryCost = {
  category: Category
  planned: number
  plannedToDate: number
  actual: number
  forecast: number
}

/** A month of all categories together. */
export type Month = { number: number; planned: number; actual: number }

export type Reckoned = {
  total: number
  userMonths: number
  perUser: number | null
  perAdopter: number | null
  hidden: number | null
  byCategory: CategoryCost[]
  /** What it will have cost in the end. */
  forecast: number
  plannedToDate: number
  actual: number
  contingency: { share: number; amount: number }
  months: Month[]
  /** How many months of the plan are over. */
  over: number
  dip: number | null
  /** A plan without the reserve for leaving says so. */
  hasExit: boolean
}

/** The lines that hold: those that belong to every offer, and those of the chosen one. */
export function heldLines({ lines, offers }: Pick<Costs, 'lines' | 'offers'>): KeptLine[] {
  const chosen = offers.find(({ chosenAt }) => chosenAt)?.id
  return lines.filter(({ offerId }) => offerId === null || offerId === chosen)
}

/** @param today the day in the company's own calendar, ISO */
export function reckon(costs: Costs, today: string): Reckoned {
  const { plan, headcounts } = costs
  const horizon = plan.horizonMonths
  const lines = heldLines(costs)
  const over = Math.min(horizon, Math.max(0, monthNumber(plan.startsOn, today) - 1))
  const byCategory = categories.map((category) => categoryCost(costs, lines, category, over))
  const total = totalCost(lines, horizon, headcounts)
  const [plannedToDate, actual] = [
    sum(byCategory.map((one) => one.plannedToDate)),
    sum(byCategory.map((one) => one.actual)),
  ]
  const open = lines.filter(({ nature }) => nature !== 'licence')
  const share = contingencyShare(pilotCourse(costs, lines, over))
  const users = userMonths(horizon, headcounts)
  const spent = spentBy(costs, lines).map(sum)
  return {
    total,
    userMonths: users,
    perUser: per(total, users),
    perAdopter: per(total, adoptingMonths(horizon, headcounts)),
    hidden: hiddenCostRatio(lines, horizon, headcounts),
    byCategory,
    forecast: sum(byCategory.map((one) => one.forecast)),
    plannedToDate,
    actual,
    contingency: { share, amount: share * totalCost(open, horizon, headcounts) },
    months: monthsOf(horizon).map((number) => ({
      number,
      planned: sum(lines.map((line) => plannedIn(line, number, headcounts))),
      actual: spent[number - 1] ?? 0,
    })),
    over,
    dip: dipOf(costs),
    hasExit: lines.some(({ nature }) => nature === 'exit'),
  }
}

/** What was spent on some lines, by month. What lies outside of the horizon counts at its edge. */
function spentBy({ plan, spent }: Costs, lines: readonly KeptLine[]): number[][] {
  const months = monthsOf(plan.horizonMonths).map((): number[] => [])
  const ids = new Set(lines.map(({ id }) => id))
  for (const { lineId, month, amount } of spent) {
    const number = monthNumber(plan.startsOn, month)
    const at = Math.min(plan.horizonMonths, Math.max(1, number)) - 1
    if (ids.has(lineId)) months[at]?.push(amount)
  }
  return months
}

function categoryCost(
  costs: Costs,
  lines: readonly KeptLine[],
  category: Category,
  over: number,
): CategoryCost {
  const own = lines.filter((line) => line.category === category)
  const planned = monthsOf(costs.plan.horizonMonths).map((month) =>
    sum(own.map((line) => plannedIn(line, month, costs.headcounts))),
  )
  const actual = spentBy(costs, own).map(sum)
  return {
    category,
    planned: sum(planned),
    plannedToDate: sum(planned.slice(0, over)),
    actual: sum(actual),
    forecast: forecast({ planned, actual }, over),
  }
}

/** What the pilot's own lines were planned for and did cost so far; nothing before it began. */
function pilotCourse(costs: Costs, lines: readonly KeptLine[], over: number) {
  const pilot = lines.filter(({ stage }) => stage === 'S3')
  const actual = sum(spentBy(costs, pilot).flat())
  if (actual === 0) return undefined
  const planned = sum(
    monthsOf(over).flatMap((month) =>
      pilot.map((line) => plannedIn(line, month, costs.headcounts)),
    ),
  )
  return { actual, planned }
}

/** Whether a line that stands in no quote cost more than was planned for all of it. */
export const overspentHidden = (costs: Costs): boolean =>
  heldLines(costs)
    .filter(({ inQuote }) => !inQuote)
    .some(
      (line) =>
        sum(spentBy(costs, [line]).flat()) >
        plannedOver(line, costs.plan.horizonMonths, costs.headcounts),
    )

function dipOf({ plan }: Costs): number | null {
  const { dipPeople: people, dipPercent, dipWeeks: weeks, weeklyCost } = plan
  if (people === null || dipPercent === null || weeks === null || weeklyCost === null) return null
  return productivityDip({ people, share: dipPercent / 100, weeks, weeklyCost })
}

/** An offer beside the others: what it would cost over three years with the lines of all. */
export type Compared = {
  offer: Offer
  years: [number, number, number]
  total: number
  present: number
  perUser: number | null
  hidden: number | null
}

export const comparedMonths = 36

/** Every offer over the same three years, whatever the plan's own horizon is. */
export const compare = ({ plan, lines, headcounts, offers }: Costs): Compared[] =>
  offers.map((offer) => {
    const own = lines.filter(({ offerId }) => offerId === null || offerId === offer.id)
    const monthly = monthsOf(comparedMonths).map((month) =>
      sum(own.map((line) => plannedIn(line, month, headcounts))),
    )
    const year = (at: number) => sum(monthly.slice(at * 12, at * 12 + 12))
    const total = sum(monthly)
    return {
      offer,
      years: [year(0), year(1), year(2)],
      total,
      present: presentValue(monthly, (plan.discountPercent ?? 0) / 100),
      perUser: per(total, userMonths(comparedMonths, headcounts)),
      hidden: hiddenCostRatio(own, comparedMonths, headcounts),
    }
  })
