import type { Directory } from '../../../core/access/directory.ts'
import { sayWhere } from '../../../core/conditions/saying.ts'
import { writeWhere } from '../../../core/conditions/written.ts'
import { isId } from '../../../core/db/id.ts'
import { ownFilterLabel } from '../../../core/own-fields/views/filters.tsx'
import type { Scope } from '../../../core/scope.ts'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { accountFields } from '../accounts/account-fields.ts'
import type { RecordKind } from '../kinds.ts'
import { combinedOf } from '../lists/combined.ts'
import { conditionFields } from '../lists/condition-fields.ts'
import type { ListFrame } from '../lists/frame.ts'
import { type Filters, type filterNames, hrefOf, type ListState } from '../lists/state.ts'
import { contactsText } from '../messages.ts'
import { type LawfulBasis, lawfulBasis } from '../people/lawful-bases.ts'
import { basisField, type Words } from './filters.tsx'

type BuiltIn = Exclude<(typeof filterNames)[number], 'where'>

const labelOf = (scope: Scope, field: Words): string =>
  accountFields.find((one) => one.field === field)?.label[scope.locale] ?? field

/** One chip per filter that is on, each with the address of the list without it. */
export function filterChips(
  scope: Scope,
  frame: ListFrame,
  kind: RecordKind,
  state: ListState,
): FilterChip[] {
  const { href, object } = kind
  const { where, ...simple } = state.filters
  const chips = Object.entries(simple).map(([name, value]) => {
    const { [name as keyof Filters]: _, ...filters } = state.filters
    const label =
      ownFilterLabel(scope, object, name, value) ??
      chipLabel(scope, frame, kind, name as BuiltIn, value)
    return { label, removeHref: hrefOf(href, state, { filters }) }
  })
  return where ? [...chips, ...combinedChips(scope, frame, kind, state)] : chips
}

/** What a list shows, in words: the word that is searched for, and each filter. */
export function sayState(
  scope: Scope,
  kind: RecordKind,
  state: ListState,
  directory: Directory,
): string[] {
  const frame = { ...directory, columns: undefined }
  const filters = filterChips(scope, frame, kind, state).map(({ label }) => label)
  return state.query ? [`“${state.query}”`, ...filters] : filters
}

/** One chip per condition or group of the combined filter, in words. */
function combinedChips(
  scope: Scope,
  frame: ListFrame,
  kind: RecordKind,
  state: ListState,
): FilterChip[] {
  const { sound } = combinedOf(scope, kind, state.filters)
  if (!sound) return []
  return sayWhere(scope, conditionFields(scope, kind), frame, sound).map((label, at) => {
    const items = sound.match === 'all' ? sound.items.filter((_, index) => index !== at) : []
    const { where: _, ...simple } = state.filters
    const left = items.length > 0 && { where: writeWhere({ ...sound, items }) }
    return { label, removeHref: hrefOf(kind.href, state, { filters: { ...simple, ...left } }) }
  })
}

function chipLabel(
  scope: Scope,
  frame: ListFrame,
  { list }: RecordKind,
  name: BuiltIn,
  value: string,
): string {
  const t = contactsText(scope.locale)
  const named = (from: readonly { id: string; name: string }[]) =>
    from.find(({ id }) => id === value)?.name ?? (isId(value) ? t.noLongerThere : value)
  const say = (label: string, said: string) =>
    scope.locale === 'zh-CN' ? `${label}：${said}` : `${label}: ${said}`
  switch (name) {
    case 'archived':
      return t.archived
    case 'owner':
      if (value === 'me') return say(t.owner, t.me)
      return say(t.owner, value === 'none' ? t.nobody : named(frame.colleagues))
    case 'department':
      return say(t.department, named(frame.departments))
    case 'tag':
      return say(t.tags, value)
    case 'account':
      return list === 'people' ? t.people.account : t.accounts.children
    case 'retention':
      return t.people.retentionOver
    case 'basis':
      return value === 'none'
        ? t.people.noBasis
        : say(
            basisField?.label[scope.locale] ?? name,
            lawfulBasis.print(value as LawfulBasis, scope.locale),
          )
    default:
      return say(labelOf(scope, name), value)
  }
}
