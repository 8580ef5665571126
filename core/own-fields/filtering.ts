import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import { readingOf } from '../transfer/reading.ts'
import { plainMoney } from '../values/money.ts'
import { searchText } from '../values/names.ts'
import type { OwnKind } from './kinds.ts'
import type { OwnField } from './own-field.ts'

/** What a list is asked for, by the names of its address. */
type Filters = Readonly<Record<string, string | undefined>>

const ranged: readonly OwnKind[] = ['number', 'money', 'date']

/** Whether a field is filtered from one value up to another. */
export const isRanged = ({ own }: OwnField): boolean => ranged.includes(own.kind)

/** Whether what is asked for is read as a value; of texts and links one asks how they begin. */
export const isTyped = ({ own }: OwnField): boolean => own.kind !== 'text' && own.kind !== 'link'

/** The names by which the address of a list filters a field: its own, or two for a range. */
export function filterNamesOf(field: OwnField): string[] {
  if (field.own.kind === 'long_text' || field.own.kind === 'file') return []
  return isRanged(field) ? [`${field.field}.from`, `${field.field}.to`] : [field.field]
}

/**
 * The conditions that filters of own fields put on a record, each by an index. A value that cannot
 * be read is passed over, as addresses are kept for years.
 * @param id the column of the record's id
 */
export const ownConditions = (
  scope: Scope,
  fields: readonly OwnField[],
  filters: Filters,
  id: SQLWrapper,
): SQL[] =>
  fields.flatMap((field) => {
    const wanted = filterNamesOf(field).flatMap((name) =>
      filters[name] ? boundOf(scope, field, name, filters[name]) : [],
    )
    if (wanted.length === 0) return []
    return sql`${id} in (select e.record_id from core.own_entries e
      where e.company_id = ${scope.company.id} and e.field_id = ${field.own.id}
        and ${sql.join(wanted, sql` and `)})`
  })

function boundOf(scope: Scope, field: OwnField, name: string, typed: string): SQL[] {
  if (!isTyped(field)) return [beginsWith(typed)]
  const parsed = field.parse(typed, readingOf(scope.company))
  if (!parsed.ok) return []
  const sign = name.endsWith('.from') ? sql`>=` : sql`<=`
  switch (field.own.kind) {
    case 'number':
      return [sql`e.number ${sign} ${Number(parsed.value)}`]
    case 'money':
      return [
        sql`e.number ${sign} ${Number(plainMoney(parsed.value))}`,
        sql`e.text = ${parsed.value.currency}`,
      ]
    case 'date':
      return [sql`e.day ${sign} ${parsed.value}::date`]
    default:
      return [sql`e.text = ${field.raw?.(parsed.value) ?? ''}`]
  }
}

/** Comparisons alone may use an index under the policies; LIKE may not. */
function beginsWith(typed: string): SQL {
  const start = searchText(typed)
  return sql`e.text >= ${start} and e.text < ${`${start}\u{10ffff}`}`
}
