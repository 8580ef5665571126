import { Field } from '../../../views/field.tsx'
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

/** A field for an account's name; without scripts the name is simply typed. */
export const AccountPicker = (field: Props) => (
  <Field {...field} kind="text" names="/contacts/accounts/names" />
)

/** The names to offer: what the field asks for. */
export const NameOptions = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <option value={name} />
    ))}
  </>
)
