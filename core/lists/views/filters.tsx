import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Directory } from '../../access/directory.ts'
import type { AnyField } from '../../fields/field.ts'
import type { Suggestions } from '../../fields/suggestions.ts'
import { OwnFilters } from '../../own-fields/views/filters.tsx'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Scope } from '../../scope.ts'
import { listsText } from '../messages.ts'
import type { Filters } from '../state.ts'

/** The fields of a list that are filtered by a word, in the order of the record's form. */
export const filterWords = ({ fields, wordFilters }: RecordKind): readonly AnyField[] =>
  fields.filter(({ field }) => wordFilters.includes(field))

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
  const t = recordText(scope.locale).pages
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
        none={listsText(scope.locale).anywhere}
        options={directory.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {filterWords(kind).map(({ field, label }) => (
        <Field
          {...form}
          kind="text"
          name={field}
          label={label[scope.locale]}
          value={filters[field]}
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
      {kind.filters.map(({ name, control }) => control?.(scope, filters[name]))}
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
