import type { Scope } from '../../../core/scope.ts'
import { type Book, type Draft, idsOf } from '../../../core/transfer/book/book.ts'
import { nameKey } from '../../../core/transfer/book/keys.ts'
import { parentsAbove } from '../accounts/hierarchy.ts'
import type { AccountState } from './account-book.ts'

type Above = (id: string, after: AccountState) => boolean

/**
 * Reads what stands above the accounts of a batch.
 * @returns whether an account would stand below itself once it is like this, with what the rows
 *   before it left: ever the row that closes a circle is the one that is refused
 */
export async function openCircles(scope: Scope, book: Book<AccountState>): Promise<Above> {
  const stored = await parentsAbove(scope, idsOf(book.drafts))
  return (id, after) => {
    const name = nameKey(after.values.name)
    const seen = new Set<string>()
    let at: Pick<AccountState, 'parent' | 'parentId'> | undefined = after
    while (at) {
      // A parent that is yet to be made may be this very row's account.
      if (at.parent && nameKey(at.parent) === name) return true
      const up: string | null = at.parent
        ? (parentNamed(book, at.parent, at)?.id ?? null)
        : at.parentId
      if (up === id) return true
      if (!up || seen.has(up)) return false
      seen.add(up)
      at = book.withId(up)?.now ?? { parentId: stored.get(up) ?? null }
    }
    return false
  }
}

/** The account that has this name now, and is not the child itself. */
export const parentNamed = (
  book: Book<AccountState>,
  name: string,
  child: object,
): Draft<AccountState> | undefined =>
  book
    .find(nameKey(name))
    .find(({ now }) => now !== child && nameKey(now.values.name) === nameKey(name))
