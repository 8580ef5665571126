import type { Suggestions } from '../../../core/fields/suggestions.ts'
import { FormFields } from '../../../core/fields/views/form-fields.tsx'
import type { Raw } from '../../../core/http/form.ts'
import { hasFiles, OwnGroups } from '../../../core/own-fields/views/own-groups.tsx'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Similar } from '../duplicates/similar.ts'
import { SimilarRecords, SimilarWatch } from '../duplicates/views/similar.tsx'
import { personKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { type PersonValues, personFields } from '../people/person-fields.ts'
import type { PersonRecord } from '../people/person-record.ts'
import { privacyFields } from '../people/privacy-fields.ts'
import { AccountPicker } from './account-picker.tsx'

const reach: readonly (keyof PersonValues)[] = ['mobile', 'phone', 'email', 'wechat']
const reachFields = personFields.filter(({ field }) => reach.includes(field))
const nameFields = personFields.filter(({ field }) => field === 'name')
const grouped: readonly string[] = ['name', ...reach, ...privacyFields.map(({ field }) => field)]
const basicFields = personFields.filter(({ field }) => !grouped.includes(field))

type Props = {
  scope: Scope
  /** Left out for a new contact; only then is the account asked for. */
  person?: PersonRecord
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
  similar?: readonly Similar[]
  version?: number
  once?: string
}

/** The form of a contact: new, edit and error are the same drawing. */
export const PersonForm = (props: Props) => {
  const { scope, person, errors, version, once, similar = [], ...fields } = props
  const view = viewText(scope.locale)
  const t = contactsText(scope.locale).people
  const href = person ? `${personKind.href}/${person.id}` : personKind.href
  const shared = { scope, errors, ...fields }
  return (
    <>
      <PageHead
        t={view.page}
        title={person ? t.editTitle(person.values.name) : t.addTitle}
        trail={[{ href: personKind.href, label: t.title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={href}
          errors={errors}
          version={version}
          once={once}
          cancelHref={href}
          guard
          files={hasFiles(scope, personKind.object)}
          testId="person-form"
        >
          <SimilarWatch href={href}>
            <FieldGroup label={t.basics}>
              <FormFields {...shared} fields={nameFields} />
            </FieldGroup>
            <SimilarRecords
              scope={scope}
              kind={personKind}
              similar={similar}
              anyway={fields.raw.anyway === 'on'}
              error={errors.anyway}
            />
            <FieldGroup>
              <FormFields {...shared} fields={basicFields} />
            </FieldGroup>
            {!person && (
              <FieldGroup label={t.accounts}>
                <AccountPicker
                  t={view.form}
                  name="account"
                  label={t.account}
                  hint={t.accountHint}
                  value={fields.raw.account}
                  error={errors.account}
                />
                <Field
                  t={view.form}
                  kind="text"
                  name="role"
                  label={t.role}
                  value={fields.raw.role}
                  error={errors.role}
                />
              </FieldGroup>
            )}
            <FieldGroup label={t.reach}>
              <FormFields {...shared} fields={reachFields} />
            </FieldGroup>
          </SimilarWatch>
          <FieldGroup label={t.privacy}>
            <FormFields {...shared} fields={privacyFields} />
          </FieldGroup>
          <OwnGroups scope={scope} object={personKind.object} raw={fields.raw} errors={errors} />
        </Form>
      </PageBody>
    </>
  )
}
