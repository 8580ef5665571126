import { Field } from '../../../views/field.tsx'
import { type FieldErrors, FieldGroup } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Raw } from '../../http/form.ts'
import { type Locale, locales } from '../../i18n/locale.ts'
import type { Definition } from '../definition.ts'
import { ownText } from '../messages.ts'

type Props = { locale: Locale; field?: Definition; raw: Raw; errors: FieldErrors }

/** The choices of a field: each can be renamed or retired, and new ones are written below. */
export const ChoiceRows = ({ locale, field, raw, errors }: Props) => {
  const t = ownText(locale)
  const form = { t: viewText(locale).form }
  return (
    <FieldGroup label={t.choices}>
      {field?.choices.map(({ key, label }) => (
        <div class="choice-row" data-testid="choice">
          {locales.map((one) => (
            <Field
              {...form}
              kind="text"
              name={`choice_${key}_${one}`}
              label={`${label[locale]} · ${t.choiceName[one]}`}
              value={raw[`choice_${key}_${one}`]}
              error={errors[`choice_${key}_${one}`]}
            />
          ))}
          <Field
            {...form}
            kind="checkbox"
            name={`retired_${key}`}
            label={t.retire}
            checked={raw[`retired_${key}`] !== undefined}
          />
        </div>
      ))}
      <Field
        {...form}
        kind="textarea"
        name="choices"
        label={field ? t.newChoices : t.choices}
        hint={t.choicesHint}
        value={raw.choices}
        error={errors.choices}
        required={!field}
        rows={field ? 3 : 6}
      />
    </FieldGroup>
  )
}
