import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { type Locale, locales } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { languageNames } from '../languages.ts'
import { webFormText } from '../messages.ts'
import type { WebForm } from '../web-forms.ts'

type Props = {
  locale: Locale
  departments: readonly DepartmentName[]
  raw: Raw
  errors?: Errors
  once: string
  /** The one that is changed; undefined for a new one. */
  form?: WebForm
  version?: number
}

/** What a form says to its visitors, and whose tickets come of it. */
export const WebFormFormPage = ({ locale, departments, raw, errors = {}, ...props }: Props) => {
  const { form, version, once } = props
  const t = webFormText(locale)
  const view = viewText(locale)
  const place = form ? `/service/web-forms/${form.id}` : '/service/web-forms'
  const field = (name: string) => ({
    ...{ t: view.form, name, value: raw[name], error: errors[name] },
  })
  return (
    <>
      <PageHead
        t={view.page}
        title={form ? t.edit : t.add}
        trail={[{ href: '/service/web-forms', label: t.title }]}
      />
      <PageBody>
        <Form
          {...{ t: view.form, action: place, errors, version }}
          once={form ? undefined : once}
          cancelHref={place}
          guard
        >
          <Field {...field('name')} kind="text" label={t.name} required />
          <Field
            {...field('language')}
            kind="radio"
            label={t.language}
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
          />
          <Field {...field('intro')} kind="textarea" label={t.introduction} />
          <Field
            {...field('consent')}
            kind="textarea"
            label={t.consent}
            hint={t.consentHint}
            required
          />
          <Field {...field('thanks')} kind="textarea" label={t.thanks} hint={t.thanksHint} />
          <Field
            {...field('department')}
            kind="select"
            label={t.department}
            none={t.nobody}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      </PageBody>
    </>
  )
}
