import type { Errors, Raw } from '../../../../core/http/form.ts'
import { type Locale, locales } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { staleField } from '../course-form.ts'
import { studioText } from '../messages.ts'

type Props = {
  locale: Locale
  name: string
  label: string
  raw: Raw
  errors?: Errors
  hint?: string
  /** A long text of so many lines. */
  rows?: number
  /** The form's id, when it is not "form". */
  form?: string
}

/** A text in both languages, one field beside the other; with which of them is older than the other. */
export const BothLanguages = (props: Props) => {
  const { locale, name, label, raw, errors = {}, hint, rows, form } = props
  const { languages: words, form: say } = studioText(locale)
  const older = locales.find((one) => one === raw[staleField(name)])
  const shared = {
    t: viewText(locale).form,
    ...(hint ? { hint } : {}),
    ...(form ? { form } : {}),
  }
  return (
    <>
      {(['zh', 'en'] as const).map((short) => {
        const key = `${name}-${short}`
        const common = {
          ...{ ...shared, name: key, value: raw[key], error: errors[key] },
          label: `${label} · ${words[short === 'zh' ? 'zh-CN' : 'en']}`,
        }
        return rows ? (
          <Field {...common} kind="textarea" rows={rows} />
        ) : (
          <Field {...common} kind="text" />
        )
      })}
      {older && (
        <>
          <input type="hidden" name={staleField(name)} value={older} />
          <Field
            {...shared}
            kind="checkbox"
            name={`${name}-right`}
            label={say.stillRight(words[older])}
            hint={say.older(words[older])}
            checked={raw[`${name}-right`] === 'on'}
          />
        </>
      )}
    </>
  )
}
