import { alphabet, checkDigit } from '../values/credit-code.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/**
 * A credit code that passes its check, of a firm registered in the place: `91` for enterprises,
 * the area, nine signs of its own (GB 32100-2015 section 4). The first two of those are `YY`, with
 * which no real firm's begin.
 */
export function makeCreditCode(random: Random, { administrative = '100000' }: Place): string {
  const own = Array.from({ length: 7 }, () => random.pick([...alphabet]))
  const code = `91${administrative}YY${own.join('')}`
  return code + checkDigit(code)
}

/** A landline of the place. Nobody is rung by chance: British ones are Ofcom's, kept for fiction. */
export const makeLandline = (random: Random, { country, dial }: Place): string =>
  country === 'CN' ? `${dial}-5550${digits(random, 4)}` : `${dial}${digits(random, 3)}`

const mobilePrefixes = ['130', '135', '138', '139', '150', '158', '177', '186', '188', '199']

/** A Chinese mobile number whose middle, `0000`, shows that it is made up. */
export const makeMobile = (random: Random): string =>
  `${random.pick(mobilePrefixes)}0000${digits(random, 4)}`

const digits = (random: Random, count: number): string =>
  String(random.below(10 ** count)).padStart(count, '0')
