import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Scope } from '../scope.ts'
import type { Money } from '../values/money.ts'
import type { Asks } from './field.ts'

type Between = NonNullable<Asks['between']>

/** Both ends of a range, each as a condition of its own; none when it is open on both sides. */
const ends = (from: SQL | null, to: SQL | null): SQL =>
  sql`${from ?? sql`true`} and ${to ?? sql`true`}`

/** A column of text that is empty or null where nothing is. */
export const asksText = (column: SQLWrapper): Asks => ({
  empty: () => sql`coalesce(${column}, '') = ''`,
  contains: (text) => sql`strpos(lower(${column}), lower(${text})) > 0`,
  equals: (text) => sql`lower(${column}) = lower(${text})`,
})

/** A column that holds one key of several, or an empty text. */
export const asksKey = (column: SQLWrapper): Asks => ({
  empty: () => sql`coalesce(${column}, '') = ''`,
  among: (_, keys) => sql`${column} = any(${sql.param(keys)}::text[])`,
})

/** A column of numbers. */
export const asksNumber = (column: SQLWrapper): Asks => ({
  empty: () => sql`${column} is null`,
  between: (_, from, to) =>
    ends(
      from === null ? null : sql`${column} >= ${Number(from)}`,
      to === null ? null : sql`${column} <= ${Number(to)}`,
    ),
})

/** Two columns of money; amounts are compared within one currency only. */
export const asksMoney = (minor: SQLWrapper, currency: SQLWrapper): Asks => ({
  empty: () => sql`${minor} is null`,
  between: (_, from, to) =>
    ends(
      from === null
        ? null
        : sql`${minor} >= ${(from as Money).minor} and ${currency} = ${(from as Money).currency}`,
      to === null
        ? null
        : sql`${minor} <= ${(to as Money).minor} and ${currency} = ${(to as Money).currency}`,
    ),
})

/** A column of days. */
export const asksDay = (column: SQLWrapper): Asks => ({
  empty: () => sql`${column} is null`,
  between: (_, from, to) =>
    ends(
      from === null ? null : sql`${column} >= ${from}::date`,
      to === null ? null : sql`${column} <= ${to}::date`,
    ),
})

/** A column of moments, asked by the days of the company's own calendar. */
export const asksMoment = (column: SQLWrapper): Asks => ({
  empty: () => sql`${column} is null`,
  between: momentsBetween(column),
})

const momentsBetween =
  (column: SQLWrapper): Between =>
  ({ company }, from, to) =>
    ends(
      from === null
        ? null
        : sql`${column} >= (${from}::date)::timestamp at time zone ${company.timeZone}`,
      to === null
        ? null
        : sql`${column} < (${to}::date + 1)::timestamp at time zone ${company.timeZone}`,
    )

/** A column with the id of a person; `me` is whoever asks. */
export const asksPerson = (column: SQLWrapper): Asks => ({
  empty: () => sql`${column} is null`,
  among: ({ user }, keys) => {
    const ids = keys.map((key) => (key === 'me' ? user.id : key))
    return sql`${column} = any(${sql.param(ids)}::uuid[])`
  },
  of: ({ company }, departments) => sql`${column} in (select u.id from core.users u
    where u.company_id = ${company.id}
      and u.department_id = any(${sql.param(departments)}::uuid[]))`,
})

/** A column with an id. */
export const asksId = (column: SQLWrapper): Asks => ({
  empty: () => sql`${column} is null`,
  among: (_, ids) => sql`${column} = any(${sql.param(ids)}::uuid[])`,
})

/** The tags of records of a kind. @param id the column of the record's id */
export function asksTags(object: string, id: SQLWrapper): Asks {
  const tagged = ({ company }: Scope, names: SQL) => sql`
    from core.taggings g join core.tags t on t.company_id = g.company_id and t.id = g.tag_id
    where g.company_id = ${company.id} and t.object = ${object} ${names}`
  const named = (names: readonly string[]) => sql`and t.name = any(${sql.param(names)}::text[])`
  return {
    empty: (scope) => sql`${id} not in (select g.record_id ${tagged(scope, sql``)})`,
    among: (scope, names) => sql`${id} in (select g.record_id ${tagged(scope, named(names))})`,
    every: (scope, names) => sql`${id} in (select g.record_id ${tagged(scope, named(names))}
      group by g.record_id having count(*) = ${new Set(names).size})`,
  }
}
