/** What targets are set for. */
export const measures = ['won', 'received', 'customers', 'activities'] as const
export type Measure = (typeof measures)[number]

/** Whether it is an amount of money, and not a number of things. */
export const isMoney = (measure: Measure): boolean => measure === 'won' || measure === 'received'

/** A target: of a month, or of the quarter that begins with it. */
export type Target = { who: string; startsOn: string; months: 1 | 3; value: number }

/** Who is where: a person in a department, a department below another. */
export type Who = { id: string; name: string; kind: 'person' | 'department'; parent: string | null }

const monthsOf = (quarter: string): string[] => {
  const [year = 0, month = 1] = quarter.split('-').map(Number)
  return [0, 1, 2].map((more) => `${year}-${String(month + more).padStart(2, '0')}-01`)
}

/**
 * What somebody is to reach in a month, or in a quarter: what is set for them; else, of a quarter,
 * what its months come to; else, of a department, what those in it and below it come to.
 * @returns undefined where nothing is set
 */
export function targetOf(
  targets: readonly Target[],
  everybody: readonly Who[],
  who: string,
  startsOn: string,
  months: 1 | 3,
): number | undefined {
  const set = targets.find(
    (one) => one.who === who && one.startsOn === startsOn && one.months === months,
  )
  if (set) return set.value
  const own = targets.some(
    (one) => one.who === who && one.months === 1 && monthsOf(startsOn).includes(one.startsOn),
  )
  if (months === 3 && own)
    return sum(
      monthsOf(startsOn).flatMap((month) => targetOf(targets, everybody, who, month, 1) ?? []),
    )
  const below = everybody
    .filter(({ parent }) => parent === who)
    .flatMap(({ id }) => targetOf(targets, everybody, id, startsOn, months) ?? [])
  return below.length > 0 ? sum(below) : undefined
}

/** What somebody has reached: their own, and of a department all that those in and below it have. */
export function reachedBy(
  actual: ReadonlyMap<string, number>,
  everybody: readonly Who[],
  who: string,
): number {
  const below = everybody.filter(({ parent }) => parent === who)
  return (actual.get(who) ?? 0) + sum(below.map(({ id }) => reachedBy(actual, everybody, id)))
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** How much of a target is reached, in per cent; undefined where there is none. */
export const attainment = (actual: number, target: number | undefined): number | undefined =>
  target === undefined || target <= 0 ? undefined : Math.round((actual / target) * 1000) / 10
