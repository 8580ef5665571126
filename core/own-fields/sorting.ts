import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Cursor, Direction } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import { parseDate } from '../values/date.ts'
import { sortColumns } from './entry.ts'
import type { OwnField } from './own-field.ts'

type Table = SQLWrapper & { companyId: SQLWrapper; id: SQLWrapper }

/** Which page; `size` rows and one more, to know whether there is a next one. */
type Wish = { direction: Direction; cursor: Cursor | undefined; size: number }

export const isSortable = ({ own }: OwnField): boolean => own.kind in sortColumns

/** What a cursor's text begins with: the record has a value, which follows, or it has none. */
const marks = { filled: '=', empty: '-' } as const
type Part = keyof typeof marks

/**
 * One page of records by the value of an own field: those that have one, then the others, whichever
 * the direction. It walks the index of the entries, and looks for records without a value only when
 * those with one have come to their end.
 * @param where which records the list shows
 * @returns a query for record_id, sorted_by (for the cursor), and the order of both: part, place
 */
export function ownPage(
  scope: Scope,
  table: Table,
  field: OwnField,
  where: SQL,
  { direction, cursor, size }: Wish,
): SQL {
  const forward = cursor?.side !== 'before'
  const up = (direction === 'asc') === forward
  const walk = { way: up ? sql`asc` : sql`desc`, sign: up ? sql`>` : sql`<`, size }
  const from = cursor?.value.startsWith(marks.empty) ? 'empty' : 'filled'
  const order: Part[] = forward ? ['filled', 'empty'] : ['empty', 'filled']
  const parts = cursor ? order.slice(order.indexOf(from)) : order
  const [first = 'filled', second] = parts
  const queryOf = (part: Part, condition: SQL) => {
    const behind = part === from ? cursor : undefined
    const query = part === 'filled' ? filledPart : emptyPart
    return numbered(query(scope, table, field, sql`${where} and ${condition}`, walk, behind))
  }
  if (!second) return sql`select *, 0 as part from (${queryOf(first, sql`true`)}) only_one`
  return sql`
    with one as materialized (${queryOf(first, sql`true`)}),
      other as (${queryOf(second, sql`(select count(*) from one) <= ${size}`)})
    select *, 0 as part from one union all select *, 1 as part from other
    order by part, place limit ${size + 1}`
}

const numbered = (part: SQL): SQL =>
  sql`select *, row_number() over () as place from (${part}) part`

type Walk = { way: SQL; sign: SQL; size: number }

function filledPart(
  scope: Scope,
  table: Table,
  { own }: OwnField,
  where: SQL,
  { way, sign, size }: Walk,
  behind: Cursor | undefined,
): SQL {
  const name = sortColumns[own.kind as keyof typeof sortColumns]
  const column = sql`e.${sql.identifier(name)}`
  const value = behind && valueIn(name, behind.value.slice(1))
  return sql`
    select e.record_id, ${marks.filled} || ${column}::text as sorted_by from core.own_entries e
    join ${table} on ${table.companyId} = e.company_id and ${table.id} = e.record_id
    where e.company_id = ${scope.company.id} and e.field_id = ${own.id}
      and ${column} is not null and ${where}
      ${value ? sql`and (${column}, e.record_id) ${sign} (${value}, ${behind?.id}::uuid)` : sql``}
    order by ${column} ${way}, e.record_id ${way} limit ${size + 1}`
}

const emptyPart = (
  scope: Scope,
  table: Table,
  { own }: OwnField,
  where: SQL,
  { way, sign, size }: Walk,
  behind: Cursor | undefined,
): SQL => sql`
  select ${table.id} as record_id, ${marks.empty}::text as sorted_by from ${table}
  where ${where} and not exists (select from core.own_entries e
      where e.company_id = ${scope.company.id} and e.record_id = ${table.id}
        and e.field_id = ${own.id})
    ${behind ? sql`and ${table.id} ${sign} ${behind.id}::uuid` : sql``}
  order by ${table.id} ${way} limit ${size + 1}`

/** A cursor's text as a value of the column; undefined for one that somebody made up. */
function valueIn(column: 'text' | 'number' | 'day', text: string): SQL | undefined {
  switch (column) {
    case 'number':
      return Number.isFinite(Number(text)) ? sql`${text}::text::double precision` : undefined
    case 'day':
      return parseDate(text).ok ? sql`${text}::text::date` : undefined
    case 'text':
      return text.includes('\0') ? undefined : sql`${text}::text`
  }
}
