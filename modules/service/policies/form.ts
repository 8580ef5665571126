import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseNumber, parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import type { Category } from '../states/state-types.ts'
import { isDone, stateTypes } from '../states/state-types.ts'
import { priorities } from '../tickets/choices.ts'
import { policiesText } from './messages.ts'
import type { PolicyInput } from './reading.ts'

/** The three promises, each in hours. */
export const promises = ['first', 'next', 'solve'] as const

/** Types of states in which somebody may be waited for. */
export const pausable = stateTypes.filter((type) => !isDone(type))

const mostHours = 2_000
const mostLevels = 20

/** Reads the form of a policy. */
export function readPolicyForm(
  { locale }: Scope,
  raw: Raw,
  all: (name: string) => string[],
  categories: readonly Category[],
): { input: PolicyInput; errors: Errors } {
  const t = policiesText(locale)
  const fields = new Fields(raw, locale)
  const hours = (name: (typeof promises)[number]) => {
    const typed = fields.may(name, (text) => parseNumber(text, { least: 0.02, most: mostHours }))
    return typed === null ? null : Math.round(Number(typed) * 60)
  }
  const among = <Key extends string>(name: string, keys: readonly Key[]) =>
    keys.filter((key) => all(name).includes(key))
  const input: PolicyInput = {
    name: fields.need('name', t.name, (text) => parseText(text, { most: 60 }), ''),
    position: fields.may('position', (text) => parseWhole(text, { least: 0, most: 999 })) ?? 0,
    priorities: among(
      'priorities',
      priorities.map(({ key }) => key),
    ),
    levels: levelsOf(raw.levels ?? ''),
    categoryIds: among(
      'categories',
      categories.map(({ id }) => id),
    ),
    ...{ firstMinutes: hours('first'), nextMinutes: hours('next'), solveMinutes: hours('solve') },
    pauses: among('pauses', pausable),
    warnPercent: fields.may('warnPercent', (text) => parseWhole(text, { least: 1, most: 99 })),
    escalates: raw.escalates === '1',
  }
  if (fields.ok && promises.every((name) => !raw[name]?.trim())) fields.refuse('first', t.nothing)
  const { firstMinutes, solveMinutes } = input
  // What is solved is answered: a first response promised for later could never come too late.
  if (firstMinutes !== null && solveMinutes !== null && solveMinutes < firstMinutes)
    fields.refuse('solve', t.solvedFirst)
  return { input, errors: fields.errors }
}

const levelsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[,，、;；\n]+/)
        .map((level) => level.trim())
        .filter((level) => level !== '' && level.length <= 40 && !level.includes('\0')),
    ),
  ].slice(0, mostLevels)

const inHours = (minutes: number | null): string =>
  minutes === null ? '' : String(Math.round(minutes / 0.6) / 100)

/** A policy as its form shows it; what is chosen among several stands in `chosenOf`. */
export const rawPolicy = (policy: PolicyInput): Raw => ({
  ...{ name: policy.name, position: String(policy.position), levels: policy.levels.join(', ') },
  ...{ first: inHours(policy.firstMinutes), next: inHours(policy.nextMinutes) },
  ...{ solve: inHours(policy.solveMinutes), warnPercent: String(policy.warnPercent ?? '') },
  escalates: policy.escalates ? '1' : '',
})

/** What is chosen among several. */
export type Chosen = Record<'priorities' | 'categories' | 'pauses', readonly string[]>

export const chosenOf = ({ priorities: some, categoryIds, pauses }: PolicyInput): Chosen => ({
  ...{ priorities: some, categories: categoryIds, pauses },
})
