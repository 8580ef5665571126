import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { headOf } from '../records/keys.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { searchQuery } from '../values/names.ts'
import { containing } from '../values/part.ts'
import { windowsOf } from './windows.ts'

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
export const holds = (
  { grams: known, nameKey, search }: Record<'grams' | 'nameKey' | 'search', SQLWrapper>,
  { grams, begins, first, second }: Patterns,
): SQL =>
  sql`coalesce((${known} @> ${sql.param(grams)}::text[] or starts_with(${nameKey}, ${begins}))
    and (${search} like ${first} or ${search} like ${second}), false)`

/**
 * The rows that hold what is wanted, at most `most`: id, and the columns a list of names is
 * narrowed and sorted by.
 * @param headsToo also those whose name begins with it, and that nothing else leads to; see keysOf
 */
export const finderOf = (
  { finder }: Pick<Searched, 'finder'>,
  { grams, windows, others, begins, first, second }: Patterns,
  most: number,
  headsToo = true,
): SQL => sql`${finder}(${sql.param(grams)}::text[], ${sql.param(windows)}::text[],
  ${sql.param(others)}::text[], ${first}, ${second}, ${headsToo ? begins : null}, ${most})`

/**
 * What is looked up.
 * @property grams all of them are held; what is nowhere but at the head of a name is not among them
 * @property windows the parts of `first` that the index of threes is asked for; none if `grams` say it all
 * @property others the parts of `second`; none when it is the same
 * @property first the text in one of its forms, as a LIKE pattern: it or `second` is a part
 * @property begins Chinese words with which a name may begin; null for others
 * @property head how the sort names of such names begin
 */
export type Patterns = {
  grams: string[]
  windows: string[]
  others: string[]
  first: string
  second: string
  begins: string | null
  head: string | undefined
}

/** What the look-up is asked for; undefined when nothing was typed that could be looked for. */
export function patternsOf(typed: string): Patterns | undefined {
  const { kind, text, words, grams } = searchQuery(typed)
  if (kind === 'none') return undefined
  const short = kind === 'digits' && text.length < 3
  const form = text.toLowerCase()
  const head = headOf(words)
  const asksThrees = kind === 'mixed' || (grams.length === 0 && !short)
  return {
    grams: short ? [words] : grams,
    windows: asksThrees ? windowsOf(form) : [],
    others: asksThrees && words !== form ? windowsOf(words) : [],
    first: containing(form),
    second: containing(words),
    begins: head === undefined ? null : words,
    head,
  }
}
