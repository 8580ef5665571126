import type { Directory } from '../../../core/access/directory.ts'
import type { AnyField } from '../../../core/fields/field.ts'
import type { Suggestions } from '../../../core/fields/suggestions.ts'
import { OwnFilters } from '../../../core/own-fields/views/filters.tsx'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { accountFields } from '../accounts/account-fields.ts'
import type { RecordKind } from '../kinds.ts'
import type { Filters } from '../lists/state.ts'
import { contactsText } from '../messages.ts'
import { lawfulBasis } from '../people/lawful-bases.ts'
import { personFields } from '../people/person-fields.ts'

/** How the lawful basis is called. */
export const basisField = personFields.find(({ field }) => field === 'lawfulBasis')

/** The fields that a list is filtered by as a word. */
export type Words = 'region' | 'industry' | 'level'
const words: readonly Words[] = ['industry', 'region', 'level']

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
