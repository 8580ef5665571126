import { listed } from '../../../core/i18n/punctuation.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { recordText } from '../../../core/records/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { duplicatesText } from '../duplicates/messages.ts'
import { contactsText } from '../messages.ts'
import { type List, mergeables } from './mergeable.ts'
import type { Undone } from './undoing.ts'

/** What came of taking a merge back, with everything that was left as it is by name. */
export function sayUndone(scope: Scope, list: List, { fields, rows }: Undone): string {
  const t = duplicatesText(scope.locale).merged
  const { owner, department } = recordText(scope.locale).pages
  const places: Record<string, string> = {
    ownerId: owner,
    departmentId: department,
    parentId: contactsText(scope.locale).accounts.parent,
  }
  const labels = new Map(
    fieldsOf(scope, mergeables[list].kind).map(({ field, label }) => [
      field as string,
      label[scope.locale],
    ]),
  )
  const left = [
    ...fields.flatMap((field) => labels.get(field) ?? places[field] ?? []),
    ...rows.map(({ belonging, count }) => t.rows(belonging.title[scope.locale], count)),
  ]
  return left.length > 0 ? t.left(listed(scope.locale, left)) : t.undone
}
