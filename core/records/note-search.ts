import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { searchQuery } from '../values/names.ts'
import { containing } from '../values/part.ts'

/** How many candidates are looked up by id. */
const mostCandidates = 2000

/**
 * Which notes hold what somebody typed, as conditions on `core.notes n`. `some` are candidates: who
 * asks still has to read the records they are about through `within`. `all` is there when there
 * are more than were looked up, and asked only by who could see too few of those.
 */
export type Noted = { some: SQL; all?: SQL }

/**
 * Looks notes about one kind of records up.
 * @returns undefined when that is too little to look for: one or two letters or digits
 */
export async function notesWith(
  scope: Scope,
  object: string,
  typed: string,
): Promise<Noted | undefined> {
  const { words, grams: wanted } = searchQuery(typed)
  const grams = wanted.filter((gram) => /\p{Script=Han}/u.test(gram))
  if (grams.length === 0 && [...words].length < 3) return undefined
  const part = containing(words)
  const rows = await scope.db.execute<{ id: string }>(sql`
    select id from core.find_notes(${object}, ${sql.param(grams)}::text[], ${part},
      ${mostCandidates + 1})`)
  const some = sql`n.id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`
  // coalesce hides the words from the planner, which else takes them for rare and sorts everything.
  return rows.length > mostCandidates
    ? { some, all: sql`coalesce(n.search like ${part}, false)` }
    : { some }
}

/** The line of a note in which the words stand, cut to what fits beside a name. */
export function excerpt(body: string, typed: string): string {
  const text = body.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
  const at = Math.max(0, text.toLowerCase().indexOf(searchQuery(typed).words))
  const start = Math.max(0, at - 20)
  const shown = text.slice(start, start + 80).toWellFormed()
  return `${start > 0 ? '…' : ''}${shown}${start + 80 < text.length ? '…' : ''}`
}
