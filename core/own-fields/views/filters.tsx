import { Field } from '../../../views/field.tsx'
import type { FilterChip } from '../../../views/list-bar.tsx'
import { viewText } from '../../../views/messages.ts'
import { printed } from '../../fields/changes.ts'
import { meantBy } from '../../fields/forms.ts'
import { labelled } from '../../i18n/punctuation.ts'
import type { Scope } from '../../scope.ts'
import { filterNamesOf, isRanged } from '../filtering.ts'
import { ownText } from '../messages.ts'
import type { OwnField } from '../own-field.ts'

type Filters = Readonly<Record<string, string | undefined>>
type Props = { scope: Scope; object: string; filters: Filters }

/** The fields of a list's filter for the company's own fields: a choice, a beginning, or a range. */
export const OwnFilters = ({ scope, object, filters }: Props) => {
  const form = { t: viewText(scope.locale).form, form: 'filter' }
  return (
    <>
      {scope.own.live(object).flatMap((field) =>
        filterNamesOf(field).map((name) => {
          const options = field.options?.(scope.locale)
          const shared = { ...form, name, label: labelOf(scope, field, name), value: filters[name] }
          return options ? (
            <Field {...shared} kind="select" none={ownText(scope.locale).any} options={options} />
          ) : (
            <Field {...shared} kind={kindOf(field)} />
          )
        }),
      )}
    </>
  )
}

/** What a filter by an own field is called while it is on; undefined for any other filter. */
export function ownFilterLabel(
  scope: Scope,
  object: string,
  name: string,
  value: string,
): FilterChip['label'] | undefined {
  const field = scope.own.live(object).find((one) => filterNamesOf(one).includes(name))
  if (!field) return undefined
  const isText = field.own.kind === 'text' || field.own.kind === 'link'
  const said = isText ? value : printed(field, meantBy(scope, field, value), scope.locale) || value
  const label = labelOf(scope, field, name)
  return labelled(scope.locale, label, said)
}

const kindOf = (field: OwnField) =>
  field.own.kind === 'date' ? 'date' : isRanged(field) ? 'number' : 'text'

function labelOf({ locale }: Scope, field: OwnField, name: string): string {
  const label = field.label[locale]
  if (name.endsWith('.from')) return ownText(locale).from(label)
  return name.endsWith('.to') ? ownText(locale).to(label) : label
}
