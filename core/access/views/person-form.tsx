import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { ConfirmField } from '../../auth/views/confirm-field.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { roles } from '../../module.ts'
import type { Branch } from '../department-tree.ts'
import { accessText } from '../messages.ts'
import { roleWords } from '../roles.ts'
import { departmentOptions } from './department-options.ts'

type Props = {
  locale: Locale
  /** The person who is changed; a new one has none. */
  person?: { id: string; name: string; version: number }
  raw: Raw
  roles: readonly string[]
  departments: readonly Branch[]
  errors?: FieldErrors
  once?: string
  /** Whether the administrator must show their own password. */
  confirm: boolean
}

/** The form by which administrators add and change a person. */
export const PersonFormPage = ({ locale, person, raw, errors = {}, ...props }: Props) => {
  const t = accessText(locale).people
  const view = viewText(locale)
  const here = person ? `/admin/people/${person.id}` : '/admin/people'
  const trail = [{ href: '/admin/people', label: t.title }]
  if (person) trail.push({ href: here, label: person.name })
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead t={view.page} title={person ? t.edit : t.add} trail={trail} />
      <PageBody>
        <Form
          t={view.form}
          action={here}
          plain
          errors={errors}
          version={person?.version}
          once={props.once}
          submit={person ? t.save : t.add}
          cancelHref={here}
          guard
        >
          <Field {...field('name')} kind="text" label={t.name} required focus={!person} />
          <Field {...field('email')} kind="email" label={t.email} hint={t.loginHint} />
          <Field {...field('phone')} kind="tel" label={t.phone} />
          <Field
            {...field('department')}
            kind="select"
            label={t.department}
            required
            none={view.form.choose}
            options={departmentOptions(props.departments)}
          />
          <Field
            t={view.form}
            kind="choices"
            name="roles"
            label={t.roles}
            required
            values={props.roles}
            error={errors.roles}
            options={roles.map((role) => ({ value: role, label: roleWords[role].title[locale] }))}
          />
          <Field
            t={view.form}
            kind="checkbox"
            name="champion"
            label={t.championLabel}
            checked={raw.champion === 'on'}
            error={errors.champion}
          />
          <Field
            {...field('locale')}
            kind="select"
            label={t.language}
            none={t.ownLanguage}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
          {props.confirm && <ConfirmField locale={locale} error={errors.confirm} />}
        </Form>
      </PageBody>
    </>
  )
}
