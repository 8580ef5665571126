/** What an account has bought: amounts in minor units of one currency, days as ISO days. */
export type Buying = {
  /** Days between purchases, as a rule; null with fewer than three purchases to tell by. */
  rhythmDays: number | null
  /** Days since the last one. */
  recencyDays: number
  frequency: number
  valueMinor: number
  /** A good customer who has been silent for much longer than their rhythm. */
  isQuiet: boolean
}

/** So few purchases tell no rhythm. */
const fewest = 3
/** Silent for twice their rhythm, and for a month at least. */
const patience = 2
const shortest = 30

const dayNumber = (day: string): number => Math.round(Date.parse(day) / 86_400_000)

/**
 * Recency, frequency and value of an account's purchases, and whether a good customer went quiet.
 * @param days on which it bought, in any order; undefined when it never did
 */
export function buyingOf(
  days: readonly string[],
  valueMinor: number,
  today: string,
): Buying | undefined {
  const numbers = [...new Set(days.map(dayNumber))].sort((one, other) => one - other)
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const gaps = numbers.slice(1).map((day, at) => day - (numbers[at] ?? day))
  const sorted = gaps.toSorted((one, other) => one - other)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  const rhythmDays = numbers.length >= fewest && middle !== undefined ? middle : null
  const recencyDays = dayNumber(today) - last
  const isQuiet = rhythmDays !== null && recencyDays > Math.max(shortest, patience * rhythmDays)
  return { rhythmDays, recencyDays, frequency: numbers.length, valueMinor, isQuiet }
}
