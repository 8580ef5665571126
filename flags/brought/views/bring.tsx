import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { broughtText } from '../messages.ts'

/** Brings in an Unleash document. */
export const BringPage = ({ locale, errors }: { locale: Locale; errors: FieldErrors }) => {
  const t = broughtText(locale)
  const { form, page } = viewText(locale)
  return (
    <>
      <PageHead t={page} title={t.bring} trail={[{ href: '/admin/flags', label: t.title }]} />
      <PageBody>
        <p class="hint">{t.about}</p>
        <Form
          t={form}
          action="/admin/flags"
          files
          plain
          errors={errors}
          submit={t.submit}
          cancelHref="/admin/flags"
        >
          <Field
            t={form}
            kind="file"
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept="application/json,.json"
            error={errors.file}
            required
          />
          <Field t={form} kind="checkbox" name="replace" label={t.replace} />
        </Form>
      </PageBody>
    </>
  )
}
