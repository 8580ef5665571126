import { roleWords } from '../../../../core/access/roles.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { type Role, roles } from '../../../../core/module.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { tourText } from '../messages.ts'
import type { Missing } from '../tours.ts'
import { Start } from './start.tsx'

/** A draft as one role sees it: what the player shows, and what is kept from them at which step. */
export type Previewed = { role: Role; story: string; missing: readonly (Missing | undefined)[] }

type Props = { scope: Scope; action: string; here?: string; previewed?: Previewed | undefined }

/** Choosing the role with whose eyes one looks, and what comes of it. */
export const PreviewForm = ({ scope: { locale }, action, here, previewed }: Props) => {
  const t = tourText(locale).studio
  return (
    <section class="tour-preview" data-testid="preview">
      <form method="get" action={action} class="preview-form">
        {here && <input type="hidden" name="at" value={here} />}
        <Field
          t={viewText(locale).form}
          form="preview"
          kind="select"
          name="role"
          label={t.previewAs}
          value={previewed?.role ?? 'member'}
          options={roles.map((value) => ({ value, label: roleWords[value].title[locale] }))}
        />
        <Button small icon="eye">
          {t.preview}
        </Button>
      </form>
      {previewed && <PreviewResult {...{ locale, previewed }} />}
    </section>
  )
}

const PreviewResult = ({ locale, previewed }: { locale: Locale; previewed: Previewed }) => {
  const t = tourText(locale)
  const missing = previewed.missing.flatMap((why, at) => (why ? [{ why, at }] : []))
  return (
    <>
      {missing.length === 0 && <p class="good">{t.studio.previewAll}</p>}
      <ul class="bullets">
        {missing.map(({ why, at }) => (
          <li>{t.studio.previewMissing(formatNumber(locale, at + 1), t[why])}</li>
        ))}
      </ul>
      <Start locale={locale} story={previewed.story} label={t.studio.previewGo} />
    </>
  )
}
