import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Hit, Search } from '../module.ts'
import type { RecordKind } from '../records/kind.ts'
import type { Scope } from '../scope.ts'
import { searchQuery } from '../values/names.ts'
import { behindAll } from '../values/part.ts'
import { readRows } from './query.ts'
import { finderOf, holds, patternsOf } from './search.ts'

type Row = { id: string; name: string; detail: string | null }

/**
 * Finds the records of a kind that a person may see by what they typed.
 * @param detail what is said of each below its name
 */
export const findRecords =
  (kind: RecordKind, detail: SQL): Search['find'] =>
  async (scope, query, limit): Promise<Hit[]> => {
    const rows = await find(scope, kind, detail, query, limit)
    return rows.map(({ id, name, detail }) => ({
      title: name,
      detail: detail ?? '',
      href: `${kind.href}/${id}`,
      icon: kind.icon,
    }))
  }

/** So many of the records that hold a word are ranked; more are fetched of none. */
const mostRanked = 300

/**
 * The best first (see `rankOf`). Of a common word: names that begin with it, the word itself before
 * all, then some of the others; sorting all that hold it would cost more than the rest of the page. They are walked through only for who may see few of them, because the walk goes by name,
 * and those who hold a word may all stand at its end.
 */
async function find(
  scope: Scope,
  kind: RecordKind,
  detail: SQL,
  query: string,
  limit: number,
): Promise<Row[]> {
  const { table, view } = kind
  const wanted = patternsOf(query)
  if (!wanted) return []
  const found = await scope.db.execute<{ id: string }>(
    sql`select id from ${finderOf(kind, wanted, mostRanked + 1)}`,
  )
  const isCommon = found.length > mostRanked
  const ids = found.slice(0, mostRanked).map(({ id }) => id)
  const read = (condition: SQL, order: SQL) =>
    readRows<Row>(
      scope,
      kind,
      { filters: {} },
      sql`select ${table.id} as id, ${table.name} as name, ${detail} as detail from ${table}
        where ${table.companyId} = ${scope.company.id} and ${table.archivedAt} is null
          and ${within(scope, view, table)} and ${condition} order by ${order} limit ${limit}`,
    )
  const byName = sql`${table.sortName}, ${table.id}`
  const ranked = await read(
    sql`${table.id} = any(${sql.param(ids)}::uuid[])`,
    sql`${rankOf(table, query)}, ${byName}`,
  )
  if (!isCommon) return ranked
  const { words } = searchQuery(query)
  const begins = sql`${table.nameKey} >= ${words} and ${table.nameKey} < ${words + behindAll}
    and starts_with(${table.nameKey}, ${words})`
  const first = await read(begins, sql`${table.nameKey}, ${table.id}`)
  const some = distinct([...first, ...ranked])
  if (some.length >= limit) return some.slice(0, limit)
  return distinct([...some, ...(await read(holds(table, wanted), byName))]).slice(0, limit)
}

const distinct = (rows: readonly Row[]): Row[] =>
  rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at)

/**
 * How well a record answers, from 0: the name itself; a name that begins so; all of its pinyin or
 * initials, an e-mail address, a code, a number; the beginning of one of these; a part of one.
 */
function rankOf({ nameKey, search }: RecordKind['table'], query: string): SQL {
  const { text, words } = searchQuery(query)
  const forms = [...new Set([words, text.toLowerCase()])]
  const lines = sql`(E'\n' || ${search} || E'\n')`
  const hold = (end: string) =>
    sql.join(
      forms.map((form) => sql`strpos(${lines}, ${`\n${form}${end}`}) > 0`),
      sql` or `,
    )
  return sql`case when ${nameKey} = ${words} then 0 when starts_with(${nameKey}, ${words}) then 1
    when ${hold('\n')} then 2 when ${hold('')} then 3 else 4 end`
}
