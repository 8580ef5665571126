import type { FilterChip } from '../../../views/list-bar.tsx'
import type { Directory } from '../../access/directory.ts'
import { sayWhere } from '../../conditions/saying.ts'
import { writeWhere } from '../../conditions/written.ts'
import { isId } from '../../db/id.ts'
import { ownFilterLabel } from '../../own-fields/views/filters.tsx'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Scope } from '../../scope.ts'
import { combinedOf } from '../combined.ts'
import { conditionFields } from '../condition-fields.ts'
import type { ListFrame } from '../frame.ts'
import { listsText } from '../messages.ts'
import { hrefOf, type ListState } from '../state.ts'

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
    const { [name]: _, ...filters } = state.filters
    const label =
      ownFilterLabel(scope, object, name, value) ?? chipLabel(scope, frame, kind, name, value)
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
  { fields, filters }: RecordKind,
  name: string,
  value: string,
): string {
  const t = recordText(scope.locale).pages
  const { me, noLongerThere } = listsText(scope.locale)
  const named = (from: readonly { id: string; name: string }[]) =>
    from.find(({ id }) => id === value)?.name ?? (isId(value) ? noLongerThere : value)
  const say = (label: string, said: string) => listsText(scope.locale).chip(label, said)
  switch (name) {
    case 'archived':
      return t.archived
    case 'owner':
      if (value === 'me') return say(t.owner, me)
      return say(t.owner, value === 'none' ? t.nobody : named(frame.colleagues))
    case 'department':
      return say(t.department, named(frame.departments))
    case 'tag':
      return say(t.tags, value)
    default: {
      const own = filters.find((one) => one.name === name)
      const field = fields.find((one) => one.field === name)
      return own ? own.say(scope, value, frame) : say(field?.label[scope.locale] ?? name, value)
    }
  }
}
