import { fewestShown } from '../surveys/answering.ts'

/** What somebody needs for a change, each on the ground of the one before (rollout-and-training 7.3). */
export const elements = ['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'] as const
export type Element = (typeof elements)[number]

/** What one person said, 1 to 5 for each element. */
export type Said = Readonly<Record<string, number | null>>

/** Up to this an element holds somebody back. */
const holds = 3

/** Where somebody is held back: the first element at 3 or below; null when by none. */
export const barrierOf = (said: Said): Element | null =>
  elements.find((element) => (said[element] ?? 5) <= holds) ?? null

export type Adkar = {
  n: number
  /** From 1 to 5. */
  means: Readonly<Record<Element, number>>
  /** How many people are held back by each. */
  barriers: Readonly<Record<Element, number>>
  /** How many by none. */
  free: number
  /** Where most of those are held back who are; of two the earlier, null when nobody is. */
  barrier: Element | null
}

/** What a group of people said; undefined for so few that it would tell of them. */
export function adkarOf(people: readonly Said[]): Adkar | undefined {
  const n = people.length
  if (n < fewestShown) return undefined
  const found = people.map(barrierOf)
  const each = (value: (element: Element) => number) =>
    Object.fromEntries(elements.map((element) => [element, value(element)])) as Record<
      Element,
      number
    >
  const barriers = each((element) => found.filter((one) => one === element).length)
  const most = Math.max(...Object.values(barriers))
  return {
    n,
    means: each((element) => people.reduce((sum, said) => sum + (said[element] ?? 0), 0) / n),
    barriers,
    free: found.filter((one) => one === null).length,
    barrier: most === 0 ? null : (elements.find((element) => barriers[element] === most) ?? null),
  }
}
