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
} from '../conditions/asking.ts'
import type { FilterField } from '../conditions/field.ts'
import { ownFilters } from '../conditions/own-filters.ts'
import { type AnyField, day } from '../fields/field.ts'
import { columnOf, type RecordKind } from '../records/kind.ts'
import { en } from '../records/messages/en.ts'
import { zhCN } from '../records/messages/zh-CN.ts'
import type { Scope } from '../scope.ts'

/** The fields that a list is filtered by in conditions: those of its records, and the company's own. */
export const conditionFields = (scope: Scope, kind: RecordKind): readonly FilterField[] => [
  ...builtInOf(kind),
  ...ownFilters(scope.own.live(kind.object), kind.table),
]

/** They are the same for everybody, and asked for by every list that is filtered. */
const builtIn = new WeakMap<RecordKind, readonly FilterField[]>()

function builtInOf(kind: RecordKind): readonly FilterField[] {
  const made = builtIn.get(kind) ?? make(kind)
  builtIn.set(kind, made)
  return made
}

function make(kind: RecordKind): FilterField[] {
  const { table, object } = kind
  const said = (field: string, text: 'owner' | 'department' | 'tags' | 'created' | 'updated') => ({
    field,
    label: { en: en.pages[text], 'zh-CN': zhCN.pages[text] },
  })
  return [
    ...kind.fields.map((field) => fromField(kind, field)),
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
  const column = columnOf(table, field)
  const shared = { field, label, reads: of, ...(suggests && { suggests }) }
  switch (of.kind) {
    case 'number':
      return { ...shared, kind: 'number', asks: asksNumber(column) }
    case 'date':
      return { ...shared, kind: 'date', asks: asksDay(column) }
    case 'money':
      return {
        ...{ ...shared, kind: 'money' },
        asks: asksMoney(columnOf(table, `${field}Minor`), columnOf(table, `${field}Currency`)),
      }
    case 'select':
      return { ...shared, kind: 'choice', options: of.options, asks: asksKey(column) }
    default:
      return { ...shared, kind: 'text', asks: asksText(column) }
  }
}
