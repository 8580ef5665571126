import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { searchQuery } from '../values/names.ts'
import { containing } from '../values/part.ts'

/** How many candidates are looked up by id. */
const mostCandidates = 2000

/**
 * Which texts hold what somebody typed, as conditions on them. `some` are candidates: who asks still
 * has to read the records they are about through `within`. `all` is there when there are more than
 * were looked up, and asked only by who could see too few of those.
 */
export type Noted = { some: SQL; all?: SQL }

/**
 * Texts that can be looked up: their id and what they are searched by, and the function that looks
 * them up as the role that may, by their Han signs and pairs, a part of them, and how many at most.
 */
export type LookedUp = {
  id: SQL
  search: SQL
  find: (grams: SQL, part: string, most: number) => SQL
}

/**
 * Looks texts up.
 * @returns undefined when that is too little to look for: one or two letters or digits
 */
export async function textsWith(
  scope: Scope,
  { id, search, find }: LookedUp,
  typed: string,
): Promise<Noted | undefined> {
  const { words, grams: wanted } = searchQuery(typed)
  const grams = wanted.filter((gram) => /\p{Script=Han}/u.test(gram))
  if (grams.length === 0 && [...words].length < 3) return undefined
  const part = containing(words)
  const found = find(sql`${sql.param(grams)}::text[]`, part, mostCandidates + 1)
  const rows = await scope.db.execute<{ id: string }>(sql`select id from ${found}`)
  const some = sql`${id} = any(${sql.param(rows.map((row) => row.id))}::uuid[])`
  // coalesce hides the words from the planner, which else takes them for rare and sorts everything.
  return rows.length > mostCandidates
    ? { some, all: sql`coalesce(${search} like ${part}, false)` }
    : { some }
}

/** Looks notes about one kind of records up, as `core.notes n`. */
export const notesWith = (
  scope: Scope,
  object: string,
  typed: string,
): Promise<Noted | undefined> => {
  const find: LookedUp['find'] = (grams, part, most) =>
    sql`core.find_notes(${object}, ${grams}, ${part}, ${most})`
  return textsWith(scope, { id: sql`n.id`, search: sql`n.search`, find }, typed)
}

/** The line of a note in which the words stand, cut to what fits beside a name. */
export function excerpt(body: string, typed: string): string {
  const text = body.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
  const at = Math.max(0, text.toLowerCase().indexOf(searchQuery(typed).words))
  const start = Math.max(0, at - 20)
  const shown = text.slice(start, start + 80).toWellFormed()
  return `${start > 0 ? '…' : ''}${shown}${start + 80 < text.length ? '…' : ''}`
}
