import type { Scope } from '../../../core/scope.ts'
import type { Book } from '../../../core/transfer/book/book.ts'
import { nameKey } from '../../../core/transfer/book/keys.ts'
import { bookText } from '../../../core/transfer/book/messages.ts'
import type { Blame, Mode } from '../../../core/transfer/transfer.ts'
import { contactsText } from '../messages.ts'

/**
 * Adds to `refused` the rows whose parent is not to be had: it must be there already, or be made
 * by a row that is not refused itself, wherever in the batch it stands.
 */
export function refuseParents<State>(
  scope: Scope,
  rows: readonly { name: string; parent?: string }[],
  book: Book<State>,
  mode: Mode,
  refused: Map<number, Blame>,
): void {
  const t = contactsText(scope.locale).transfer
  const blame = (at: number, reason: string) => refused.set(at, { reason, field: 'parent' })
  for (let before = -1; before !== refused.size; ) {
    before = refused.size
    const made = new Set(
      rows.flatMap(({ name }, at) => (mode === 'update' || refused.has(at) ? [] : nameKey(name))),
    )
    rows.forEach(({ name, parent }, at) => {
      if (!parent || refused.has(at)) return
      const known = book.find(nameKey(parent))
      if (nameKey(parent) === nameKey(name)) blame(at, t.parentItself)
      else if (known.length > 1) blame(at, bookText(scope.locale).severalMatches(parent))
      else if (known.length === 0 && !made.has(nameKey(parent))) blame(at, t.unknownAccount(parent))
    })
  }
}
