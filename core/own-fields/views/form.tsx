import { Confirm } from '../../../views/confirm.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Raw } from '../../http/form.ts'
import { type Locale, locales } from '../../i18n/locale.ts'
import type { Audited } from '../../module.ts'
import type { Definition } from '../definition.ts'
import { choiceKinds, type OwnKind, uniqueKinds } from '../kinds.ts'
import { ownText } from '../messages.ts'
import { ChoiceRows } from './choice-rows.tsx'

type Props = {
  locale: Locale
  object: Audited
  kind: OwnKind
  /** Left out for a new one. */
  field?: Definition
  raw: Raw
  errors?: FieldErrors
  once?: string
}

const list = '/admin/fields'

/** Adds a field, or changes all of one but its kind and key. */
export const OwnFieldForm = ({ locale, object, kind, field, raw, errors = {}, once }: Props) => {
  const t = ownText(locale)
  const view = viewText(locale)
  const given = (name: string) => ({
    t: view.form,
    name,
    value: raw[name],
    error: errors[name],
  })
  return (
    <>
      <PageHead
        t={view.page}
        title={field?.label[locale] ?? t.addTo(object.title[locale])}
        note={t.kinds[kind].title}
        trail={[{ href: list, label: t.title }]}
        actions={field && !field.archived && <Archive locale={locale} field={field} />}
      />
      <PageBody>
        <Form
          t={view.form}
          action={field ? `${list}/${field.id}` : list}
          errors={errors}
          version={field?.version}
          once={once}
          hidden={field ? {} : { object: object.object, kind }}
          submit={field ? undefined : t.add}
          cancelHref={list}
          guard
          testId="own-field-form"
        >
          {ownFirst(locale).map((one, at) => (
            <Field
              {...given(`label_${one}`)}
              kind="text"
              label={t.label[one]}
              hint={at > 0 ? t.sameWhenEmpty : undefined}
              required={at === 0}
              focus={at === 0 && !field}
            />
          ))}
          {choiceKinds.includes(kind) && (
            <ChoiceRows locale={locale} field={field} raw={raw} errors={errors} />
          )}
          <Field
            t={view.form}
            kind="checkbox"
            name="required"
            label={t.required}
            hint={t.requiredHint}
            checked={raw.required !== undefined}
          />
          {uniqueKinds.includes(kind) && (
            <Field
              t={view.form}
              kind="checkbox"
              name="unique"
              label={t.unique}
              error={errors.unique}
              checked={raw.unique !== undefined}
            />
          )}
          <FieldGroup label={t.more}>
            {ownFirst(locale).map((one) => (
              <Field {...given(`help_${one}`)} kind="text" label={t.help[one]} />
            ))}
            {ownFirst(locale).map((one, at) => (
              <Field
                {...given(`group_${one}`)}
                kind="text"
                label={t.group[one]}
                hint={at === 0 ? t.groupHint : undefined}
              />
            ))}
            {field && (
              <Field
                t={view.form}
                kind="text"
                name="key"
                label={t.key}
                hint={t.keyStays}
                value={field.key}
                disabled
              />
            )}
          </FieldGroup>
        </Form>
      </PageBody>
    </>
  )
}

/** The reader's own language is asked for first. */
const ownFirst = (locale: Locale): Locale[] => [locale, ...locales.filter((one) => one !== locale)]

const Archive = ({ locale, field }: { locale: Locale; field: Definition }) => {
  const t = ownText(locale)
  return (
    <Confirm
      t={viewText(locale).confirm}
      id="archive"
      trigger={{ label: t.archive, icon: 'archive' }}
      title={t.archiveTitle(field.label[locale])}
      text={t.archiveText}
      action={`${list}/${field.id}/archive`}
      submit={t.archive}
    />
  )
}
