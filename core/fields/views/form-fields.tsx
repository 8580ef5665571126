import { Field } from '../../../views/field.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Raw } from '../../http/form.ts'
import type { Scope } from '../../scope.ts'
import type { AnyField } from '../field.ts'
import type { Suggestions } from '../suggestions.ts'

type Props = {
  scope: Scope
  fields: readonly AnyField[]
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
}

/** The fields of a form as typed, each with its own sentence when it is wrong. */
export const FormFields = ({ scope, fields, raw, errors, suggestions }: Props) => (
  <>
    {fields.map((field) => (
      <Field
        t={viewText(scope.locale).form}
        kind={field.kind}
        name={field.field}
        label={field.label[scope.locale]}
        hint={field.hint?.[scope.locale]}
        value={raw[field.field]}
        error={errors[field.field]}
        required={field.required}
        suggestions={suggestions[field.field]}
      />
    ))}
  </>
)
