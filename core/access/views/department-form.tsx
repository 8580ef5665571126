import { Confirm } from '../../../views/confirm.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Branch, type Department, withBelow } from '../department-tree.ts'
import { accessText } from '../messages.ts'
import { departmentOptions } from './department-options.ts'

type Props = {
  locale: Locale
  department?: Department
  raw: Raw
  departments: readonly Branch[]
  errors?: FieldErrors
  once?: string
}

/** Adds a department, or renames, moves and archives one. */
export const DepartmentFormPage = ({ locale, department, raw, errors = {}, ...props }: Props) => {
  const t = accessText(locale).departments
  const view = viewText(locale)
  const list = '/admin/departments'
  const here = department ? `${list}/${department.id}` : list
  const below = department ? withBelow(props.departments, department.id) : []
  const parents = props.departments.filter(({ id }) => !below.includes(id))
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={department?.name ?? t.add}
        trail={[{ href: list, label: t.title }]}
        actions={department && <Archive locale={locale} department={department} />}
      />
      <PageBody>
        <Form
          t={view.form}
          action={here}
          plain
          errors={errors}
          version={department?.version}
          once={props.once}
          submit={department ? undefined : t.add}
          cancelHref={list}
          guard
        >
          <Field {...field('name')} kind="text" label={t.name} required focus />
          {department ? (
            <Field
              t={view.form}
              kind="text"
              name="key"
              label={t.key}
              hint={t.keyStays}
              value={department.key}
              disabled
            />
          ) : (
            <Field {...field('key')} kind="text" label={t.key} hint={t.keyHint} />
          )}
          <Field
            {...field('parent')}
            kind="select"
            label={t.parent}
            none={t.top}
            options={departmentOptions(parents)}
          />
        </Form>
      </PageBody>
    </>
  )
}

const Archive = ({ locale, department }: { locale: Locale; department: Department }) => {
  const t = accessText(locale).departments
  return (
    <Confirm
      t={viewText(locale).confirm}
      id="archive"
      trigger={{ label: t.archive, icon: 'archive' }}
      title={t.archiveTitle(department.name)}
      text={t.archiveText}
      action={`/admin/departments/${department.id}/archive`}
      submit={t.archive}
    />
  )
}
