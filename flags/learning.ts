import { formatDay } from '../core/i18n/format.ts'
import type { Learned } from '../core/learning/declared.ts'
import type { Module } from '../core/module.ts'
import type { FlagContext } from './context.ts'

/** What a company's people have learned, and in which module that is known. */
export type Taught = { module: string; learned: Learned }

/**
 * What somebody has yet to complete before they may write in a module (R12): the core, and one of
 * the module's quick-starts. Nothing where the company does not let access follow learning, where
 * their lead made an exception, or where a program names nobody.
 */
export function missingFor(
  { learned }: Taught,
  { id, quickStarts = [] }: Pick<Module, 'id' | 'quickStarts'>,
  who: FlagContext,
): string[] {
  const offered = quickStarts.filter((code) => learned.offered.includes(code))
  if (!learned.follows || offered.length === 0 || !who.userId) return []
  const today = formatDay(learned.timeZone, new Date())
  const holds = (until: string | null) => until === null || until >= today
  const isExcepted = learned.exceptions.some(
    ({ person, module, until }) => person === who.userId && module === id && holds(until),
  )
  if (isExcepted) return []
  const own = Object.hasOwn(learned.people, who.userId) ? learned.people[who.userId] : undefined
  const has = (code: string) => own?.some((one) => one.code === code && holds(one.until)) === true
  const core = learned.core.filter((code) => !has(code))
  return offered.some(has) ? core : [...core, ...offered.slice(0, 1)]
}
