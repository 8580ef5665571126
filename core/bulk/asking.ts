import { readDirectory } from '../access/directory.ts'
import { may } from '../access/person.ts'
import type { AnyField } from '../fields/field.ts'
import type { Errors, Raw } from '../http/form.ts'
import { coreText } from '../i18n/messages.ts'
import { ownPrefix } from '../own-fields/own-field.ts'
import type { Scope } from '../scope.ts'
import { readingOf } from '../transfer/reading.ts'
import { sayProblem } from '../values/problem.ts'
import { parseText } from '../values/text.ts'
import { bulkText } from './messages.ts'
import { type Bulk, type BulkDeed, type BulkOrder, bulkDeeds } from './order.ts'

/** The deed that a form names, as far as this person may do it. */
export const deedOf = (scope: Scope, bulk: Bulk, typed: string | undefined): BulkDeed | undefined =>
  bulkDeeds.find((deed) => deed === typed && may(scope.user, bulk.permissions[deed]))

/** Whether no two records may have the same value of a field: then many may only be emptied. */
export const isUnique = (scope: Scope, object: string, { field }: AnyField): boolean =>
  field.startsWith(ownPrefix) &&
  scope.own.live(object).some((one) => one.field === field && one.own.unique)

type ReadOrder = { order: BulkOrder | undefined; errors: Errors }

/** Reads what is to be done. @returns undefined with a sentence beside each field that is wrong */
export async function readOrder(
  scope: Scope,
  bulk: Bulk,
  deed: BulkDeed,
  raw: Raw,
): Promise<ReadOrder> {
  switch (deed) {
    case 'edit':
      return readEdit(scope, bulk, raw)
    case 'tag': {
      const name = parseText(raw.name ?? '', { most: 40 })
      if (name.ok) return { order: { deed, name: name.value }, errors: {} }
      return { order: undefined, errors: { name: sayProblem(name.problem, scope.locale) } }
    }
    case 'assign':
      return readAssign(scope, raw)
    default:
      return { order: { deed }, errors: {} }
  }
}

function readEdit(scope: Scope, bulk: Bulk, raw: Raw): ReadOrder {
  const t = bulkText(scope.locale)
  const field = bulk.fields(scope).find((one) => one.field === raw.field)
  if (!field) return { order: undefined, errors: { field: t.chooseField } }
  const label = field.label[scope.locale]
  const wrong = (sentence: string) => ({ order: undefined, errors: { [field.field]: sentence } })
  const typed = raw.empty === '1' ? '' : (raw[field.field] ?? '').trim()
  if (typed === '' && field.required) return wrong(coreText(scope.locale).required(label))
  if (typed === '' && raw.empty !== '1') return wrong(t.giveValue(label))
  if (typed !== '') {
    if (isUnique(scope, bulk.object, field)) return wrong(t.isUnique(label))
    const parsed = field.parse(typed, readingOf(scope.company))
    if (!parsed.ok) return wrong(sayProblem(parsed.problem, scope.locale))
  }
  return { order: { deed: 'edit' as const, field: field.field, typed }, errors: {} }
}

async function readAssign(scope: Scope, { owner = '', department = '' }: Raw): Promise<ReadOrder> {
  const t = bulkText(scope.locale)
  const { colleagues, departments } = await readDirectory(scope)
  const person = colleagues.find(({ id, left }) => id === owner && !left)
  const chosen = departments.find(({ id }) => id === department)
  const missing = (owner && !person) || (department && !chosen)
  if (missing || (!person && !chosen))
    return { order: undefined, errors: { owner: missing ? t.assignGone : t.assignNothing } }
  return {
    order: { deed: 'assign' as const, ownerId: owner || null, departmentId: department || null },
    errors: {},
  }
}
