import { type SQL, sql } from 'drizzle-orm'
import type { IconName } from '../../views/icon.tsx'
import { within } from '../access/within.ts'
import type { Hit, Search } from '../module.ts'
import type { RecordKind } from '../records/kind.ts'
import { excerpt, type Noted, notesWith } from '../records/note-search.ts'
import type { Scope } from '../scope.ts'
import { readRows } from './query.ts'

type Row = { id: string; name: string; body: string }

/**
 * Texts about records of a kind.
 * @property from the table and its name, of which `id`, `body` and `record` are columns
 */
export type Texts = {
  with: (scope: Scope, query: string) => Promise<Noted | undefined>
  from: SQL
  id: SQL
  body: SQL
  record: SQL
  /** Which of them count, besides those of the company. */
  where: (scope: Scope) => SQL
  icon: IconName
}

/** Records a person may see, found by a text about them; the newest text first. */
export const findByTexts =
  (kind: RecordKind, texts: Texts): Search['find'] =>
  async (scope, query, limit): Promise<Hit[]> => {
    const { table, view, href } = kind
    const noted = await texts.with(scope, query)
    if (!noted) return []
    const read = (condition: SQL) =>
      readRows<Row>(
        scope,
        kind,
        { filters: {} },
        sql`select ${table.id} as id, ${table.name} as name, ${texts.body} as body from ${texts.from}
          join ${table} on ${table.companyId} = ${scope.company.id} and ${table.id} = ${texts.record}
          where ${texts.where(scope)} and ${condition}
            and ${table.archivedAt} is null and ${within(scope, view, table)}
          order by ${texts.id} desc limit ${limit * textsEach}`,
      )
    let rows = await read(noted.some)
    if (noted.all && rows.length < limit) rows = await read(noted.all)
    const latest = new Map(rows.toReversed().map((row) => [row.id, row]))
    const newestFirst = rows.filter((row) => latest.get(row.id) === row)
    return newestFirst.slice(0, limit).map(({ id, name, body }) => ({
      title: name,
      detail: excerpt(body, query),
      href: `${href}/${id}`,
      icon: texts.icon,
    }))
  }

/** So many texts of one record may hold the words before others are missed. */
const textsEach = 4

/** Records found by what somebody noted about them. */
export const findByNotes = (kind: RecordKind): Search['find'] =>
  findByTexts(kind, {
    with: (scope, query) => notesWith(scope, kind.object, query),
    ...{ from: sql`core.notes n`, id: sql`n.id`, body: sql`n.body`, record: sql`n.record_id` },
    where: ({ company }) =>
      sql`n.company_id = ${company.id} and n.object = ${kind.object} and n.archived_at is null`,
    icon: 'note',
  })
