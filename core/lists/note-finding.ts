import { type SQL, sql } from 'drizzle-orm'
import { within } from '../access/within.ts'
import type { Hit, Search } from '../module.ts'
import type { RecordKind } from '../records/kind.ts'
import { excerpt, notesWith } from '../records/note-search.ts'
import { readRows } from './query.ts'

type Row = { id: string; name: string; body: string }

/** Records a person may see, found by what somebody noted about them; the newest note first. */
export const findByNotes =
  (kind: RecordKind): Search['find'] =>
  async (scope, query, limit): Promise<Hit[]> => {
    const { table, object, view, href } = kind
    const noted = await notesWith(scope, object, query)
    if (!noted) return []
    const read = (condition: SQL) =>
      readRows<Row>(
        scope,
        kind,
        { filters: {} },
        sql`select ${table.id} as id, ${table.name} as name, n.body from core.notes n
          join ${table} on ${table.companyId} = ${scope.company.id} and ${table.id} = n.record_id
          where n.company_id = ${scope.company.id} and n.object = ${object}
            and n.archived_at is null and ${condition}
            and ${table.archivedAt} is null and ${within(scope, view, table)}
          order by n.id desc limit ${limit * notesEach}`,
      )
    let rows = await read(noted.some)
    if (noted.all && rows.length < limit) rows = await read(noted.all)
    const latest = new Map(rows.toReversed().map((row) => [row.id, row]))
    const newestFirst = rows.filter((row) => latest.get(row.id) === row)
    return newestFirst.slice(0, limit).map(({ id, name, body }) => ({
      title: name,
      detail: excerpt(body, query),
      href: `${href}/${id}`,
      icon: 'note',
    }))
  }

/** So many notes of one record may hold the words before others are missed. */
const notesEach = 4
