import { type Colleague, readDirectory } from '../access/directory.ts'
import { whoMaySee } from '../access/seers.ts'
import { notify } from '../notify/notify.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { Reference } from './subjects.ts'

/** More names in one text are a list, not a call. */
const most = 20

/**
 * The colleagues that a text calls by @ and their whole name; of two names the longer one is meant
 * (@李明明 is not 李明). Two people of one name are both meant.
 */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): Colleague[] {
  const callable = colleagues.filter(({ name, left }) => name !== '' && !left)
  const byLength = [...callable].sort((one, other) => other.name.length - one.name.length)
  const found = new Set<Colleague>()
  for (const part of text.normalize('NFC').split(/[@＠]/).slice(1)) {
    const longest = byLength.find(({ name }) => part.startsWith(name) && ends(part, name.length))
    if (longest) for (const one of callable) if (one.name === longest.name) found.add(one)
  }
  return [...found].slice(0, most)
}

/** A Latin name ends where its letters do: @Annabel does not call Ann. */
const ends = (part: string, at: number): boolean =>
  !/\p{Script=Latin}/u.test(part.charAt(at - 1)) ||
  !/[\p{Script=Latin}\p{N}]/u.test(part.charAt(at))

/**
 * Tells those whom a text about a record calls, if they may see the record.
 * @param before what the text said before, whose mentions were told then
 * @returns the names of those who may not see it and were told nothing
 */
export async function tellMentioned(
  scope: Scope,
  registry: Registry,
  about: Reference,
  kind: string,
  text: string,
  before = '',
): Promise<string[]> {
  if (!/[@＠]/.test(text)) return []
  const { colleagues } = await readDirectory(scope)
  const told = new Set(mentionedIn(before, colleagues))
  const called = mentionedIn(text, colleagues).filter(
    (one) => !told.has(one) && one.id !== scope.user.id,
  )
  if (called.length === 0) return []
  const ids = called.map(({ id }) => id)
  const seers = await whoMaySee(scope, registry, ids, about)
  await notify(scope, [...seers], kind, about, { text: text.slice(0, 500) })
  return called.filter(({ id }) => !seers.has(id)).map(({ name }) => name)
}
