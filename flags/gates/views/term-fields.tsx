import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { gatesText } from '../messages.ts'

type Props = {
  locale: Locale
  raw: Raw
  errors: FieldErrors
  /** It has one bound and no weight. */
  hard?: boolean
  unit: string | undefined
}

/** What a criterion asks of its figure: from where to where, how much it weighs, on how much evidence. */
export const TermFields = ({ locale, raw, errors, hard, unit }: Props) => {
  const t = gatesText(locale)
  const field = (name: string) => ({
    ...{ t: viewText(locale).form, kind: 'number' as const, name },
    ...{ value: raw[name], error: errors[name] },
  })
  return (
    <>
      <Field
        {...field('target')}
        label={hard ? t.boundField : t.targetField}
        unit={unit}
        required={hard}
      />
      {!hard && (
        <>
          <Field {...field('floor')} label={t.floorField} hint={t.floorHint} unit={unit} />
          <Field {...field('weight')} label={t.weightField} hint={t.weightHint} />
        </>
      )}
      <Field {...field('minN')} label={t.minField} hint={t.minHint} />
    </>
  )
}
