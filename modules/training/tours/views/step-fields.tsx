import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { BothLanguages } from '../../studio/views/fields.tsx'
import { tourText } from '../messages.ts'
import { anchorsAt, isAnchor, sayAnchor } from '../registry.ts'

type Props = {
  locale: Locale
  /** The page the step is on, as far as it is known. */
  path: string
  raw: Raw
  errors: Errors
}

/** What is said of a step; scripts fill the anchors in from the page itself. */
export const StepFields = ({ locale, path, raw, errors }: Props) => {
  const t = tourText(locale).studio
  const shared = { t: viewText(locale).form, form: 'step' }
  const named = anchorsAt(path).map(({ anchor, name }) => ({ value: anchor, label: name[locale] }))
  const chosen = raw.anchor ?? ''
  const own =
    chosen && isAnchor(chosen) && !named.some(({ value }) => value === chosen)
      ? [{ value: chosen, label: sayAnchor(locale, chosen) }]
      : []
  return (
    <>
      <Field
        {...shared}
        kind="select"
        name="anchor"
        label={t.anchor}
        hint={t.anchorHint}
        none={t.anchorNone}
        value={chosen}
        options={[...own, ...named]}
        error={errors.anchor}
      />
      <Field
        {...shared}
        kind="text"
        name="path"
        label={t.path}
        hint={t.pathHint}
        value={raw.path}
        error={errors.path}
      />
      <BothLanguages {...{ locale, raw, errors }} form="step" name="title" label={t.stepTitle} />
      <BothLanguages {...{ locale, raw, errors }} form="step" name="body" label={t.body} rows={2} />
      <Field
        {...shared}
        kind="radio"
        name="advance"
        label={t.advance}
        value={raw.advance ?? ''}
        options={[
          { value: '', label: t.advances.next },
          { value: 'click', label: t.advances.click },
          { value: 'input', label: t.advances.input },
        ]}
        error={errors.advance}
      />
    </>
  )
}
