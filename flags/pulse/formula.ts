import { fewestShown } from '../surveys/answering.ts'

/**
 * UX-Lite from 0 to 100 out of its two answers, each 1 to 5: it does what I need, it is easy to use
 * (rollout-and-training 7.3).
 */
export const uxLite = (useful: number, ease: number): number =>
  ((useful - 1 + (ease - 1)) / 8) * 100

export const items = ['useful', 'ease'] as const
export type Item = (typeof items)[number]

/** Under which key an answer about a module is kept. */
export const keyOf = (module: string, item: Item): string => `${module}.${item}`

/** What one person said, by the keys of `keyOf`. */
export type Said = Readonly<Record<string, number | null>>

/** What a person's two answers on a module amount to; undefined when they were not asked about it. */
function ofModule(said: Said, module: string): number | undefined {
  const [useful, ease] = items.map((item) => said[keyOf(module, item)])
  return typeof useful === 'number' && typeof ease === 'number' ? uxLite(useful, ease) : undefined
}

/** The modules that people were asked about. */
export const modulesOf = (people: readonly Said[]): string[] => [
  ...new Set(people.flatMap((said) => Object.keys(said).map((key) => key.split('.')[0] ?? ''))),
]

export type Ease = { n: number; value: number }

/**
 * How people find a module, or all of theirs together: first the mean of each person, then that of
 * the people. Undefined for so few that it would tell of them.
 */
export function easeOf(people: readonly Said[], module?: string): Ease | undefined {
  const asked = module === undefined ? modulesOf(people) : [module]
  const values = people.flatMap((said) => {
    const own = asked.flatMap((one) => ofModule(said, one) ?? [])
    return own.length === 0 ? [] : [own.reduce((sum, one) => sum + one, 0) / own.length]
  })
  const n = values.length
  if (n < fewestShown) return undefined
  return { n, value: values.reduce((sum, one) => sum + one, 0) / n }
}
