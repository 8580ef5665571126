import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Locale } from '../../i18n/locale.ts'
import { authText } from '../messages.ts'

type Props = { locale: Locale; form?: string; error?: string }

/** One's own password, asked again before a sensitive change. */
export const ConfirmField = ({ locale, form, error }: Props) => {
  const t = authText(locale)
  return (
    <Field
      t={viewText(locale).form}
      form={form}
      kind="password"
      name="confirm"
      label={t.confirm}
      hint={t.confirmHint}
      autocomplete="current-password"
      required
      error={error}
    />
  )
}
