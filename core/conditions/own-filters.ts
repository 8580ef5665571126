import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { OwnKind } from '../own-fields/kinds.ts'
import type { OwnField } from '../own-fields/own-field.ts'
import type { Scope } from '../scope.ts'
import { type Money, plainMoney } from '../values/money.ts'
import { asksText } from './asking.ts'
import type { Asks, FilterField, FilterKind } from './field.ts'

type Recorded = { id: SQLWrapper; own: SQLWrapper }

const kinds: Record<OwnKind, FilterKind> = {
  text: 'text',
  long_text: 'text',
  link: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  choice: 'choice',
  multi_choice: 'choice',
  yes_no: 'choice',
  person: 'person',
  file: 'file',
}

/** The fields that a company gave records itself, to filter by as by any other. */
export const ownFilters = (fields: readonly OwnField[], record: Recorded): FilterField[] =>
  fields.map((field) => ({
    field: field.field,
    label: field.label,
    kind: kinds[field.own.kind],
    asks: asksOf(field, record),
    reads: field,
    ...(kinds[field.own.kind] === 'choice' && { options: field.options }),
  }))

/** Texts are asked in the row itself, everything else by the index entries of the field. */
function asksOf(field: OwnField, { id, own }: Recorded): Asks {
  const value = sql`(${own} ->> ${field.own.key})`
  const entry = (scope: Scope, wanted: SQL) => sql`${id} in (select e.record_id
    from core.own_entries e where e.company_id = ${scope.company.id}
      and e.field_id = ${field.own.id} and ${wanted})`
  const text = asksText(value)
  return {
    ...text,
    among: (scope, keys) => {
      const wanted = keys.map((key) => (key === 'me' ? scope.user.id : key))
      return entry(scope, sql`e.text = any(${sql.param(wanted)}::text[])`)
    },
    of: (scope, departments) =>
      entry(
        scope,
        sql`e.text in (select u.id::text from core.users u where u.company_id = ${scope.company.id}
          and u.department_id = any(${sql.param(departments)}::uuid[]))`,
      ),
    between: (scope, from, to) =>
      entry(scope, sql`${endOf(field, sql`>=`, from)} and ${endOf(field, sql`<=`, to)}`),
  }
}

function endOf({ own }: OwnField, sign: SQL, value: unknown): SQL {
  if (value === null) return sql`true`
  if (own.kind === 'date') return sql`e.day ${sign} ${value}::date`
  if (own.kind !== 'money') return sql`e.number ${sign} ${Number(value)}`
  const money = value as Money
  return sql`e.number ${sign} ${Number(plainMoney(money))} and e.text = ${money.currency}`
}
