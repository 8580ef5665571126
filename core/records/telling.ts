import type { Change } from '../../views/timeline.tsx'
import { isRole, roleWords } from '../access/roles.ts'
import type { Locale } from '../i18n/locale.ts'
import { recordText } from './messages.ts'

/** A stored action in words; one that has none reads as it is stored. */
export const tellAction = (locale: Locale, action: string): string =>
  worded(recordText(locale).actions, action)

/** What kind of thing it was done to. Modules name theirs `module.thing`. */
export const tellObject = (locale: Locale, object: string): string =>
  worded(recordText(locale).objects, object)

type Sides = { before: Record<string, unknown> | null; after: Record<string, unknown> | null }

/** Every field of an audit entry, as it was and as it is. */
export function tellChanges(locale: Locale, { before, after }: Sides): Change[] {
  const labels = recordText(locale).fields
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names.map((name) => ({
    label: worded(labels, name),
    before: tellValue(locale, name, before?.[name]),
    after: tellValue(locale, name, after?.[name]),
  }))
}

function tellValue(locale: Locale, field: string, value: unknown): string {
  const t = recordText(locale)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.map((one) => tellValue(locale, field, one)).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (field === 'roles' && isRole(text)) return roleWords[text].title[locale]
  return worded((Object.hasOwn(t.values, field) && t.values[field]) || {}, text)
}

/** The word for a key; `constructor` and its like are keys without a word. */
const worded = (words: Record<string, string>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key
