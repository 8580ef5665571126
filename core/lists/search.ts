import { type SQL, sql } from 'drizzle-orm'
import type { RecordKind, RecordTable } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { searchQuery } from '../values/names.ts'
import { containing } from '../values/part.ts'

/** How many candidates are looked up by id; a commoner word is met soon enough on the way. */
export const mostCandidates = 2000

/** What is searched: its table, and the function that looks candidates up (core/lists/README.md). */
export type Searched = Pick<RecordKind, 'table' | 'finder'>

/**
 * What a query leaves of a list: everything, these ids, these of one page alone, or, for a word so
 * common that looking up all its ids would cost more than walking the list, the condition itself.
 */
export type Narrowed =
  | { kind: 'all' }
  | { kind: 'ids'; ids: string[] }
  | { kind: 'page'; ids: string[]; total: number | undefined }
  | { kind: 'common'; condition: SQL }

/**
 * Looks up whatever a person typed: a part of a name, its pinyin or initials, three digits or more
 * of a phone, a part of a code or an e-mail address. The ids are candidates: whoever asks still
 * has to read them through `within`.
 */
export async function narrow(
  scope: Scope,
  searched: Searched,
  typed: string,
): Promise<Exclude<Narrowed, { kind: 'page' }>> {
  const wanted = patternsOf(typed)
  if (!wanted) return { kind: 'all' }
  const rows = await scope.db.execute<{ id: string }>(sql`
    select id from ${finderOf(searched, wanted, mostCandidates + 1)}`)
  if (rows.length <= mostCandidates) return { kind: 'ids', ids: rows.map((row) => row.id) }
  return { kind: 'common', condition: holds(searched.table, wanted) }
}

/** coalesce hides the words from the planner, which else takes them for rare and sorts everything. */
export const holds = (table: RecordTable, { grams, first, second }: Patterns): SQL =>
  sql`coalesce(${table.grams} @> ${sql.param(grams)}::text[]
    and (${table.search} like ${first} or ${table.search} like ${second}), false)`

/**
 * The rows that hold what is wanted, at most `most`: id, and the columns a list of names is
 * narrowed and sorted by.
 */
export const finderOf = (
  { finder }: Pick<Searched, 'finder'>,
  { grams, first, second }: Patterns,
  most: number,
): SQL => sql`${finder}(${sql.param(grams)}::text[], ${first}, ${second}, ${most})`

/** `inName` when only a name can hold it, since nothing else of most records is written in Chinese. */
export type Patterns = { grams: string[]; first: string; second: string; inName: boolean }

/** What the look-up is asked for; undefined when nothing was typed that could be looked for. */
export function patternsOf(typed: string): Patterns | undefined {
  const { kind, text, words, grams } = searchQuery(typed)
  if (kind === 'none') return undefined
  const short = kind === 'digits' && text.length < 3
  return {
    grams: short ? [words] : grams,
    first: containing(text.toLowerCase()),
    second: containing(words),
    inName: kind === 'han',
  }
}
