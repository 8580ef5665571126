import type { Suggestions } from '../../../core/fields/suggestions.ts'
import { FormFields } from '../../../core/fields/views/form-fields.tsx'
import type { Raw } from '../../../core/http/form.ts'
import { hasFiles, OwnGroups } from '../../../core/own-fields/views/own-groups.tsx'
import type { Scope } from '../../../core/scope.ts'
import { type FieldErrors, FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { type AccountValues, accountFields } from '../accounts/account-fields.ts'
import type { AccountRecord } from '../accounts/account-record.ts'
import type { Similar } from '../duplicates/similar.ts'
import { SimilarRecords, SimilarWatch } from '../duplicates/views/similar.tsx'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { AccountPicker } from './account-picker.tsx'

const groups = {
  name: ['name'],
  basics: ['creditCode', 'industry', 'region', 'level', 'source'],
  reach: ['phone', 'email', 'website', 'address'],
  firm: ['stockCode', 'listedOn', 'foundedYear', 'employees', 'revenue', 'about'],
} as const satisfies Record<string, readonly (keyof AccountValues)[]>

const inGroup = (names: readonly string[]) =>
  accountFields.filter(({ field }) => names.includes(field))

type Props = {
  scope: Scope
  /** Left out for a new account. */
  account?: AccountRecord
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
  similar?: readonly Similar[]
  version?: number
  once?: string
}

/** The form of an account: new, edit and error are the same drawing. */
export const AccountForm = (props: Props) => {
  const { scope, account, errors, version, once, similar = [], ...fields } = props
  const view = viewText(scope.locale)
  const t = contactsText(scope.locale).accounts
  const href = account ? `${accountKind.href}/${account.id}` : accountKind.href
  const shared = { scope, errors, ...fields }
  return (
    <>
      <PageHead
        t={view.page}
        title={account ? t.editTitle(account.values.name) : t.addTitle}
        trail={[{ href: accountKind.href, label: t.title }]}
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
          files={hasFiles(scope, accountKind.object)}
          testId="account-form"
        >
          <SimilarWatch href={href}>
            <FieldGroup label={t.basics}>
              <FormFields {...shared} fields={inGroup(groups.name)} />
            </FieldGroup>
            <SimilarRecords
              scope={scope}
              kind={accountKind}
              similar={similar}
              anyway={fields.raw.anyway === 'on'}
              error={errors.anyway}
            />
            <FieldGroup>
              <FormFields {...shared} fields={inGroup(groups.basics)} />
              {account?.parentId && !account.parent ? null : (
                <AccountPicker
                  t={view.form}
                  name="parent"
                  label={t.parent}
                  hint={t.parentHint}
                  value={fields.raw.parent}
                  error={errors.parent}
                />
              )}
            </FieldGroup>
            <FieldGroup label={t.reach}>
              <FormFields {...shared} fields={inGroup(groups.reach)} />
            </FieldGroup>
          </SimilarWatch>
          <FieldGroup label={t.firm}>
            <FormFields {...shared} fields={inGroup(groups.firm)} />
          </FieldGroup>
          <OwnGroups scope={scope} object={accountKind.object} raw={fields.raw} errors={errors} />
        </Form>
      </PageBody>
    </>
  )
}
