import type { Directory } from '../../../core/access/directory.ts'
import { sayWhere } from '../../../core/conditions/saying.ts'
import { writeWhere } from '../../../core/conditions/written.ts'
import { isId } from '../../../core/db/id.ts'
import type { AnyField } from '../../../core/fields/field.ts'
import type { Suggestions } from '../../../core/fields/suggestions.ts'
import { OwnFilters, ownFilterLabel } from '../../../core/own-fields/views/filters.tsx'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { viewText } from '../../../views/messages.ts'
import { accountFields } from '../accounts/account-fields.ts'
import type { RecordKind } from '../kinds.ts'
import { combinedOf } from '../lists/combined.ts'
import { conditionFields } from '../lists/condition-fields.ts'
import type { ListFrame } from '../lists/frame.ts'
import { type Filters, type filterNames, hrefOf, type ListState } from '../lists/state.ts'
import { contactsText } from '../messages.ts'
import { type LawfulBasis, lawfulBasis } from '../people/lawful-bases.ts'
import { personFields } from '../people/person-fields.ts'

const basisField = personFields.find(({ field }) => field === 'lawfulBasis')

type BuiltIn = Exclude<(typeof filterNames)[number], 'where'>
type Words = 'region' | 'industry' | 'level'
const words: readonly Words[] = ['industry', 'region', 'level']

const labelOf = (scope: Scope, field: Words): string =>
  accountFields.find((one) => one.field === field)?.label[scope.locale] ?? field

/** The fields of a list that are filtered by a word, of those that records of both kinds have. */
export const filterWords = (kind: RecordKind): readonly AnyField[] =>
  (kind.list === 'accounts' ? accountFields : personFields).filter(({ field }) =>
    words.some((word) => word === field),
  )

type Props = {
  scope: Scope
  kind: RecordKind
  filters: Filters
  directory: Directory
  suggestions: Suggestions
  /** Names of tags. */
  tags: readonly string[]
}

/** Whoever is not among them is typed. */
const mostOffered = 200

/** The fields of a list's filter: the words of its records, and what every list has. */
export const FilterFields = (props: Props) => {
  const { scope, kind, filters, directory, suggestions, tags } = props
  const t = contactsText(scope.locale)
  const form = { t: viewText(scope.locale).form, form: 'filter' }
  return (
    <>
      <Field
        {...form}
        kind="text"
        name="owner"
        label={t.owner}
        value={filters.owner && !/^(me|none)$/.test(filters.owner) ? filters.owner : ''}
        suggestions={directory.colleagues.slice(0, mostOffered).map(({ name }) => name)}
      />
      <Field
        {...form}
        kind="select"
        name="department"
        label={t.department}
        value={filters.department}
        none={t.anywhere}
        options={directory.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {filterWords(kind).map(({ field, label }) => (
        <Field
          {...form}
          kind="text"
          name={field}
          label={label[scope.locale]}
          value={filters[field as Words]}
          suggestions={suggestions[field]}
        />
      ))}
      {tags.length > 0 && (
        <Field
          {...form}
          kind="text"
          name="tag"
          label={t.tags}
          value={filters.tag}
          suggestions={tags.slice(0, mostOffered)}
        />
      )}
      {kind.list === 'people' && <PrivacyFilters scope={scope} filters={filters} />}
      <OwnFilters scope={scope} object={kind.object} filters={filters} />
      <Field
        {...form}
        kind="checkbox"
        name="archived"
        value="1"
        label={t.archived}
        checked={filters.archived === '1'}
      />
    </>
  )
}

/** Contacts without a recorded basis, or whose data are kept longer than was meant. */
const PrivacyFilters = ({ scope, filters }: Pick<Props, 'scope' | 'filters'>) => {
  const t = contactsText(scope.locale)
  const form = { t: viewText(scope.locale).form, form: 'filter' }
  return (
    <>
      <Field
        {...form}
        kind="select"
        name="basis"
        label={basisField?.label[scope.locale] ?? ''}
        value={filters.basis}
        none={t.anywhere}
        options={[{ value: 'none', label: t.people.noBasis }, ...lawfulBasis.options(scope.locale)]}
      />
      <Field
        {...form}
        kind="checkbox"
        name="retention"
        value="over"
        label={t.people.retentionOver}
        checked={filters.retention === 'over'}
      />
    </>
  )
}

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
