import type { Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import type { FieldErrors } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { articleText } from '../messages.ts'

type Props = { locale: Locale; form: string; raw: Raw; errors: FieldErrors }

/** What colleagues and customers are asked about an article. */
export const OpinionFields = ({ locale, form, raw, errors }: Props) => {
  const t = articleText(locale).opinions
  const shared = { t: viewText(locale).form, form }
  return (
    <>
      <Field
        {...shared}
        kind="radio"
        name="helped"
        label={t.asked}
        value={raw.helped}
        error={errors.helped}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
      <Field
        {...shared}
        kind="textarea"
        rows={2}
        name="comment"
        label={t.comment}
        value={raw.comment}
        error={errors.comment}
      />
    </>
  )
}
