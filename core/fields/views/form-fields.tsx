import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field, type Option } from '../../../views/field.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { FileValue } from '../../own-fields/files.ts'
import { printed } from '../changes.ts'
import type { AnyField } from '../field.ts'
import { meantBy } from '../forms.ts'
import type { Suggestions } from '../suggestions.ts'
import { FileField } from './file-field.tsx'

type Props = {
  scope: Scope
  fields: readonly AnyField[]
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
}

/** The fields of a form as typed, each with its own sentence when it is wrong. */
export const FormFields = ({ fields, ...form }: Props) => (
  <>
    {fields.map((field) => (
      <OneField field={field} {...form} />
    ))}
  </>
)

type OneProps = Omit<Props, 'fields'> & { field: AnyField }

const OneField = ({ scope, field, raw, errors, suggestions }: OneProps) => {
  const t = viewText(scope.locale).form
  const name: string = field.field
  const value = raw[name]
  const common = {
    t,
    name,
    label: field.label[scope.locale],
    hint: field.hint?.[scope.locale],
    error: errors[name],
    required: field.required,
  }
  switch (field.kind) {
    case 'select':
    case 'person':
      return (
        <Field
          {...common}
          kind={field.kind}
          value={value}
          none={field.required ? t.choose : t.none}
          options={offered(scope, field, value ? [value] : [])}
        />
      )
    case 'file':
      return (
        <FileField
          {...common}
          now={value ? (meantBy(scope, field, value) as FileValue | null) : null}
        />
      )
    case 'choices': {
      const values = value ? value.split(',') : []
      return (
        <>
          {/* Posted even when nothing is chosen, so that the form says that it asked. */}
          <input type="hidden" name={name} value="" />
          <Field
            {...common}
            kind="choices"
            values={values}
            options={offered(scope, field, values)}
          />
        </>
      )
    }
    default:
      return <Field {...common} kind={field.kind} value={value} suggestions={suggestions[name]} />
  }
}

/** What can be chosen, and what is chosen already though nobody could choose it any more. */
function offered(scope: Scope, field: AnyField, chosen: readonly string[]): Option[] {
  const options = field.options?.(scope.locale) ?? []
  const gone = chosen.filter((value) => !options.some((option) => option.value === value))
  return [
    ...options,
    ...gone.map((value) => ({
      value,
      label: printed(field, meantBy(scope, field, value), scope.locale) || value,
    })),
  ]
}
