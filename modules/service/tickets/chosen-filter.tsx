import type { SQL } from 'drizzle-orm'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { ListFilter } from '../../../core/lists/list-filter.ts'
import { listsText } from '../../../core/lists/messages.ts'
import { Field, type Option } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'

/** A filter by one of a few words, with a control that offers them. */
export const chosen = (
  name: string,
  label: (locale: Locale) => string,
  options: (locale: Locale) => readonly Option[],
  condition: (value: string) => SQL,
): ListFilter => ({
  name,
  condition: (_, value) => condition(value),
  say: ({ locale }, value) => {
    const known = options(locale).find((one) => one.value === value)
    return listsText(locale).chip(label(locale), known?.label ?? value)
  },
  control: ({ locale }, value) => (
    <Field
      t={viewText(locale).form}
      form="filter"
      kind="select"
      name={name}
      label={label(locale)}
      value={value}
      none={listsText(locale).anywhere}
      options={options(locale)}
    />
  ),
})
