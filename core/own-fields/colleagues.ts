import type { Colleague } from '../access/directory.ts'
import { searchText } from '../values/names.ts'
import { type Parsed, refused, understood } from '../values/parsed.ts'
import { unusable } from '../values/typed.ts'

/** The people of one company as the values of a field: read by name or log-in, printed by name. */
export function colleagueValues(colleagues: readonly Colleague[]) {
  const byId = new Map(colleagues.map((one) => [one.id, one]))
  const namesakes = new Set(
    colleagues
      .filter((one, at) => colleagues.findIndex(({ name }) => name === one.name) !== at)
      .map(({ name }) => name),
  )
  const label = ({ name, login }: Colleague) =>
    namesakes.has(name) && login ? `${name} (${login})` : name
  return {
    /** Those who can be chosen: who left is not among them, and keeps what bears their name. */
    options: colleagues
      .filter(({ left }) => !left)
      .map((one) => ({ value: one.id, label: label(one) })),
    print: (id: string) => {
      const known = byId.get(id)
      return known ? label(known) : id
    },
    parse: (text: string): Parsed<string> => {
      const bad = unusable(text)
      if (bad) return bad
      const wanted = searchText(text)
      const found = byId.get(text.trim())
        ? [byId.get(text.trim()) as Colleague]
        : colleagues.filter((one) =>
            [label(one), one.name, one.login ?? ''].some((name) => searchText(name) === wanted),
          )
      const [only] = found
      if (!only) return refused('notAColleague', text.trim().slice(0, 100))
      if (found.length > 1) return refused('severalColleagues', text.trim().slice(0, 100))
      return understood(only.id, text, label(only))
    },
  }
}
