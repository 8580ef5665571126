import { Field } from '../../../views/field.tsx'
import { fieldId } from '../../../views/form.tsx'
import type { ViewText } from '../../../views/messages.ts'

type Props = {
  t: ViewText['form']
  form?: string
  name: string
  label: string
  hint: string
  value?: string
  error?: string
  required?: boolean
}

/**
 * A field for an account's name. What is typed offers names through the field's own list; without
 * scripts the name is simply typed.
 */
export const AccountPicker = (field: Props) => {
  const list = `${fieldId(field.form ?? 'form', field.name)}-list`
  return (
    <div
      hx-get="/contacts/accounts/names"
      hx-trigger="input delay:150ms"
      hx-include="find input"
      hx-target={`#${list}`}
      hx-swap="innerHTML"
      hx-sync="this:replace"
    >
      <Field {...field} kind="text" suggestions={[]} />
    </div>
  )
}

/** The names to offer: the content of such a field's list. */
export const NameOptions = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <option value={name} />
    ))}
  </>
)
