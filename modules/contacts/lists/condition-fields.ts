import {
  asksDay,
  asksId,
  asksKey,
  asksMoment,
  asksMoney,
  asksNumber,
  asksPerson,
  asksTags,
  asksText,
} from '../../../core/conditions/asking.ts'
import type { FilterField } from '../../../core/conditions/field.ts'
import { ownFilters } from '../../../core/conditions/own-filters.ts'
import { type AnyField, day } from '../../../core/fields/field.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountFields } from '../accounts/account-fields.ts'
import type { RecordKind } from '../kinds.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { personFields } from '../people/person-fields.ts'
import { accounts } from '../schema.ts'

const own: Record<RecordKind['list'], readonly AnyField[]> = {
  accounts: accountFields,
  people: personFields,
}

/** The fields that a list is filtered by in conditions: those of its records, and the company's own. */
export const conditionFields = (scope: Scope, kind: RecordKind): readonly FilterField[] => [
  ...builtIn[kind.list](kind),
  ...ownFilters(scope.own.live(kind.object), kind.table),
]

const builtIn = { accounts: once(fieldsOf), people: once(fieldsOf) }

/** They are the same for everybody, and asked for by every list that is filtered. */
function once<In, Out>(make: (given: In) => Out): (given: In) => Out {
  let made: Out | undefined
  return (given) => {
    made ??= make(given)
    return made
  }
}

function fieldsOf(kind: RecordKind): FilterField[] {
  const { table, object } = kind
  const said = (field: string, text: 'owner' | 'department' | 'tags' | 'created' | 'updated') => ({
    field,
    label: { en: en[text], 'zh-CN': zhCN[text] },
  })
  return [
    ...own[kind.list].map((field) => fromField(kind, field)),
    { ...said('owner', 'owner'), kind: 'person', asks: asksPerson(table.ownerId) },
    { ...said('department', 'department'), kind: 'department', asks: asksId(table.departmentId) },
    { ...said('tags', 'tags'), kind: 'tags', asks: asksTags(object, table.id) },
    { ...said('created', 'created'), kind: 'date', reads: day, asks: asksMoment(table.createdAt) },
    { ...said('updated', 'updated'), kind: 'date', reads: day, asks: asksMoment(table.updatedAt) },
  ]
}

/** A field of the record as one to filter by: its kind says how. */
function fromField({ table }: RecordKind, of: AnyField): FilterField {
  const { field, label, suggests } = of
  const column = table[field as keyof typeof table] as typeof table.name
  const shared = { field, label, reads: of, ...(suggests && { suggests }) }
  switch (of.kind) {
    case 'number':
      return { ...shared, kind: 'number', asks: asksNumber(column) }
    case 'date':
      return { ...shared, kind: 'date', asks: asksDay(column) }
    case 'money':
      return {
        ...{ ...shared, kind: 'money' },
        asks: asksMoney(accounts.revenueMinor, accounts.revenueCurrency),
      }
    case 'select':
      return { ...shared, kind: 'choice', options: of.options, asks: asksKey(column) }
    default:
      return { ...shared, kind: 'text', asks: asksText(column) }
  }
}
