import type { Random } from './random.ts'
import { firstNames, givenSigns, lastNames, surnames } from './words.ts'

/** `mailbox` is what stands before @ in this person's address: zhang.wei. */
export type MadePerson = { name: string; mailbox: string }

/** A Chinese name, surname first, one or two signs given. */
export function makeChinesePerson(random: Random): MadePerson {
  const family = random.pick(surnames)
  const given = [random.pick(givenSigns), ...(random.chance(0.7) ? [random.pick(givenSigns)] : [])]
  return {
    name: family.sign + given.map(({ sign }) => sign).join(''),
    mailbox: `${family.sound}.${given.map(({ sound }) => sound).join('')}`,
  }
}

export function makeEnglishPerson(random: Random): MadePerson {
  const first = random.pick(firstNames)
  const last = random.pick(lastNames)
  return { name: `${first} ${last}`, mailbox: `${first}.${last}`.toLowerCase() }
}
