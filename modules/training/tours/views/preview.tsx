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
export type Previewed = {
  role: Role
  /** The id of the department they are in; of any that has the module without it. */
  department: string | undefined
  story: string
  missing: readonly (Missing | undefined)[]
}

/** Where one can look from, and what was seen. */
export type Preview = {
  departments: readonly { id: string; name: string }[]
  previewed?: Previewed
}

type Props = { scope: Scope; action: string; here?: string; preview: Preview }

/** Choosing with whose eyes one looks, a role in a department, and what comes of it. */
export const PreviewForm = ({ scope: { locale }, action, here, preview }: Props) => {
  const t = tourText(locale).studio
  const { departments, previewed } = preview
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
        <Field
          t={viewText(locale).form}
          form="preview"
          kind="select"
          name="department"
          label={t.previewIn}
          none={t.previewAnywhere}
          value={previewed?.department}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button small icon="eye">
          {t.preview}
        </Button>
      </form>
      <p class="hint">{t.previewInHint}</p>
      {previewed && <PreviewResult {...{ locale, previewed }} />}
    </section>
  )
}

const PreviewResult = ({ locale, previewed }: { locale: Locale; previewed: Previewed }) => {
  const t = tourText(locale)
  const causes = {
    permission: t.studio.previewNoRight,
    off: previewed.department ? t.studio.previewOff : t.studio.previewOffAnywhere,
  }
  const missing = previewed.missing.flatMap((why, at) => (why ? [{ why, at }] : []))
  return (
    <>
      {missing.length === 0 && <p class="good">{t.studio.previewAll}</p>}
      <ul class="bullets">
        {missing.map(({ why, at }) => (
          <li>{t.studio.previewMissing(formatNumber(locale, at + 1), causes[why])}</li>
        ))}
      </ul>
      <Start locale={locale} story={previewed.story} label={t.studio.previewGo} />
    </>
  )
}
