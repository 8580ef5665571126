import { Confirm } from '../../../views/confirm.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { DepartmentName } from '../../access/directory.ts'
import type { Raw } from '../../http/form.ts'
import type { Scope } from '../../scope.ts'
import { addressOf } from '../choosing.ts'
import type { Listed } from '../listed.ts'
import { listsText } from '../messages.ts'
import { mayShareWith, type SavedView } from '../saved-views.ts'

type Props = {
  scope: Scope
  list: Listed
  departments: readonly DepartmentName[]
  /** The view that is changed; a new one else. */
  view?: SavedView
  raw: Raw
  errors?: FieldErrors
  once?: string
}

/** Asks what a view is called and who sees it. */
export const ViewFormPage = ({ scope, list, departments, view, raw, errors, once }: Props) => {
  const { locale } = scope
  const t = listsText(locale).views
  const texts = viewText(locale)
  const all = `${list.href}/views`
  const carried = { params: raw.params ?? '', columns: raw.columns ?? '' }
  const back = view ? `${list.href}?${addressOf(view)}` : `${list.href}?${carried.params}`
  return (
    <>
      <PageHead
        t={texts.page}
        title={view ? view.name : t.saveNew}
        trail={[
          { href: list.href, label: list.title[locale] },
          { href: all, label: t.title },
        ]}
      />
      <PageBody>
        <Form
          t={texts.form}
          action={view ? `${all}/${view.id}` : all}
          errors={errors}
          once={once}
          version={view?.version}
          hidden={view ? undefined : carried}
          cancelHref={back}
          testId="view-form"
        >
          <Field
            t={texts.form}
            kind="text"
            name="name"
            label={t.name}
            hint={t.nameHint}
            value={raw.name}
            error={errors?.name}
            required
            focus
          />
          <Sharing {...{ scope, departments, view, raw, errors }} />
        </Form>
        {view && (
          <p class="below-form">
            <Confirm
              t={texts.confirm}
              id="remove-view"
              trigger={{ label: t.remove, icon: 'trash' }}
              title={t.removeTitle(view.name)}
              text={t.removeText}
              submit={t.remove}
              danger
              action={`${all}/${view.id}/delete`}
            />
          </p>
        )}
      </PageBody>
    </>
  )
}

type SharingProps = Pick<Props, 'scope' | 'departments' | 'view' | 'raw' | 'errors'>

/** Nothing to choose for whoever may share with nobody. */
const Sharing = ({ scope, departments, view, raw, errors }: SharingProps) => {
  const t = listsText(scope.locale).views
  const options = departments
    .filter(({ id }) => mayShareWith(scope.user, id) || id === view?.departmentId)
    .map(({ id, name }) => ({ value: id, label: name }))
  const closed = view?.departmentId && !options.some(({ value }) => value === view.departmentId)
  if (closed) options.push({ value: view.departmentId ?? '', label: t.departmentGone })
  if (options.length === 0) return null
  return (
    <Field
      t={viewText(scope.locale).form}
      kind="select"
      name="department"
      label={t.share}
      hint={t.shareHint}
      value={raw.department}
      none={t.onlyMe}
      options={options}
      error={errors?.department}
    />
  )
}
