import type { Scope } from '../../../core/scope.ts'
import { duplicatesText } from '../duplicates/messages.ts'
import { contactsText } from '../messages.ts'
import { type List, mergeables } from './mergeable.ts'
import type { Undone } from './undoing.ts'

/** What came of taking a merge back, with everything that was left as it is by name. */
export function sayUndone(scope: Scope, list: List, { fields, rows }: Undone): string {
  const t = duplicatesText(scope.locale).merged
  const words = contactsText(scope.locale)
  const places: Record<string, string> = {
    ownerId: words.owner,
    departmentId: words.department,
    parentId: words.accounts.parent,
  }
  const labels = new Map(
    mergeables[list]
      .fieldsOf(scope)
      .map(({ field, label }) => [field as string, label[scope.locale]]),
  )
  const left = [
    ...fields.flatMap((field) => labels.get(field) ?? places[field] ?? []),
    ...rows.map(({ belonging, count }) => t.rows(belonging.title[scope.locale], count)),
  ]
  return left.length > 0 ? t.left(left.join(scope.locale === 'zh-CN' ? '、' : ', ')) : t.undone
}
