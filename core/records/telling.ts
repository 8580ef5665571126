import type { Change } from '../../views/timeline.tsx'
import { isRole, roleWords } from '../access/roles.ts'
import { printed } from '../fields/changes.ts'
import type { AnyField } from '../fields/field.ts'
import { isLocale, type Locale } from '../i18n/locale.ts'
import type { Audited, Module } from '../module.ts'
import type { Registry } from '../registry.ts'
import { outgoingOf } from '../transfer/transfer.ts'
import { recordText } from './messages.ts'
import { type Referred, referredBy } from './referred.ts'

/** Who names what the audit trail holds: the modules, and the console of the rollout. */
export type Namer = Partial<Pick<Module, 'id' | 'title' | 'transfers' | 'exports'>> & {
  audited?: readonly Audited[]
}

export const namersOf = ({ modules, console }: Registry): Namer[] => [
  ...modules,
  { audited: console.audited },
]

/**
 * A stored action in words; one that has none reads as it is stored.
 * @param object to what it was done; of an action that is to stand for itself, any that knows it
 */
export function tellAction(
  locale: Locale,
  modules: readonly Namer[],
  action: string,
  object?: string,
): string {
  const words = recordText(locale).actions
  if (object === undefined && Object.hasOwn(words, action)) return worded(words, action)
  const kinds = modules.flatMap((module) => module.audited ?? [])
  const known = kinds.find(
    (one) =>
      (object === undefined || one.object === object) && Object.hasOwn(one.deeds ?? {}, action),
  )
  return known?.deeds?.[action]?.[locale] ?? worded(words, action)
}

/** What kind of thing it was done to: core's own words, and those of the module it belongs to. */
export function tellObject(locale: Locale, modules: readonly Namer[], object: string): string {
  const own = audited(modules, object)?.title[locale]
  const transfer = transferNamed(modules, exported.exec(object)?.[1])
  if (transfer) return `${recordText(locale).objects['core.export']} · ${transfer.title[locale]}`
  return own ?? worded(recordText(locale).objects, object)
}

/** What the record is called; a module has its title. */
export function tellRecord(locale: Locale, modules: readonly Namer[], row: Row): string {
  const module = modules.find(({ id }) => row.object === 'flags.module' && id === row.recordId)
  return module?.title?.[locale] ?? row.label ?? row.recordId ?? ''
}

type Row = { object: string; recordId: string | null; label: string | null }

const exported = /^core\.export\.(.+)$/

const transferNamed = (modules: readonly Namer[], kind: unknown) =>
  modules.flatMap(outgoingOf).find((one) => one.kind === kind)

const audited = (modules: readonly Namer[], object: string) =>
  modules.flatMap((module) => module.audited ?? []).find((one) => one.object === object)

type Side = Record<string, unknown>
type Sides = { before: Side | null; after: Side | null }

/**
 * Every field of an audit entry, as it was and as it is; modules name the fields of their records.
 * @param ownFields those the company gave such records itself, archived ones included
 * @param referred the names of what its ids stand for
 */
export function tellChanges(
  locale: Locale,
  { before, after, object = '' }: Sides & { object?: string },
  modules: readonly Namer[] = [],
  ownFields: readonly AnyField[] = [],
  referred: Referred = new Map(),
): Change[] {
  const fields = audited(modules, object)?.fields ?? []
  const own = fields.map(({ field, label }) => [field, label[locale]])
  const ofCompany = new Map(ownFields.map((field) => [field.field as string, field]))
  const company = ownFields.map(({ field, label }) => [field, label[locale]])
  const labels = {
    ...recordText(locale).fields,
    ...Object.fromEntries([...own, ...company]),
  }
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const tell = (name: string, side: Side | null) => {
    const value = side?.[name]
    if (side && referredBy(modules, object, name, side))
      return referred.get(String(value)) ?? recordText(locale).hidden(String(value))
    const field = ofCompany.get(name)
    if (field) return printed(field, value, locale)
    const word = fields.find((one) => one.field === name)?.values?.[String(value)]
    if (word) return word[locale]
    return (
      (name === 'kind' && transferNamed(modules, value)?.title[locale]) ||
      tellValue(locale, name, value)
    )
  }
  return names.map((name) => ({
    label: worded(labels, name),
    before: tell(name, before),
    after: tell(name, after),
  }))
}

function tellValue(locale: Locale, field: string, value: unknown): string {
  const t = recordText(locale)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.map((one) => tellValue(locale, field, one)).join(', ')
  if (typeof value === 'object') return textIn(locale, value) ?? JSON.stringify(value)
  const text = String(value)
  if (field === 'roles' && isRole(text)) return roleWords[text].title[locale]
  return worded((Object.hasOwn(t.values, field) && t.values[field]) || {}, text)
}

/** A text that is kept in several languages: in the reader's, else in another; undefined for what is none. */
function textIn(locale: Locale, value: object): string | undefined {
  const texts = Object.entries(value)
  const isText = texts.every(([key, text]) => isLocale(key) && typeof text === 'string')
  if (texts.length === 0 || !isText) return undefined
  const own = texts.find(([key, text]) => key === locale && text !== '')
  return String((own ?? texts.find(([, text]) => text !== '') ?? ['', ''])[1])
}

/** The word for a key; `constructor` and its like are keys without a word. */
const worded = (words: Record<string, string>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key
