import type { Raw } from '../http/form.ts'
import { locales } from '../i18n/locale.ts'
import type { Definition } from './definition.ts'

/** A field as its own form posts it. */
export function formOf({ label, help, group, choices, required, unique }: Definition): Raw {
  const raw: Raw = { required: required ? 'on' : undefined, unique: unique ? 'on' : undefined }
  for (const locale of locales) {
    raw[`label_${locale}`] = label[locale]
    raw[`help_${locale}`] = help[locale]
    raw[`group_${locale}`] = group[locale]
    for (const { key, label, retired } of choices) {
      raw[`choice_${key}_${locale}`] = label[locale]
      raw[`retired_${key}`] = retired ? 'on' : undefined
    }
  }
  return raw
}
