import { Button } from '../../../views/button.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { ConfirmField } from '../../auth/views/confirm-field.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { Permission, Reach, Role } from '../../module.ts'
import { choicesOf, type Grant, isFixed } from '../grants.ts'
import { accessText } from '../messages.ts'
import type { PermissionGroup } from '../permission-groups.ts'
import { roleWords } from '../roles.ts'

type Props = {
  locale: Locale
  role: Role
  grants: readonly Grant[]
  groups: readonly PermissionGroup[]
  raw: Raw
  errors?: FieldErrors
  confirm: boolean
}

/** How far one role takes each permission. Each choice goes along with what it was. */
export const RolePage = ({ locale, role, grants, groups, raw, errors = {}, confirm }: Props) => {
  const t = accessText(locale).roles
  const view = viewText(locale)
  const grantOf = (permission: Permission) =>
    grants.find((one) => one.permission.key === permission.key)
  return (
    <>
      <PageHead
        t={view.page}
        title={roleWords[role].title[locale]}
        trail={[{ href: '/admin/roles', label: t.title }]}
      />
      <PageBody>
        <p>{roleWords[role].about[locale]}</p>
        <Form
          t={view.form}
          action={`/admin/roles/${role}`}
          plain
          errors={errors}
          submit={t.save}
          cancelHref="/admin/roles"
          extraActions={
            grants.some((one) => one.departs) && (
              <Button name="do" value="reset">
                {t.reset}
              </Button>
            )
          }
          hidden={Object.fromEntries(
            grants.map((one) => [
              `was:${one.permission.key}`,
              raw[`was:${one.permission.key}`] ?? one.reach,
            ]),
          )}
          guard
        >
          {groups.map((group) => (
            <FieldGroup label={group.title}>
              {group.permissions.map((permission) => (
                <ReachField
                  locale={locale}
                  role={role}
                  grant={grantOf(permission)}
                  chosen={raw[`may:${permission.key}`]}
                />
              ))}
            </FieldGroup>
          ))}
          <Field
            t={view.form}
            kind="text"
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            value={raw.reason}
            required
            error={errors.reason}
          />
          {confirm && <ConfirmField locale={locale} error={errors.confirm} />}
        </Form>
      </PageBody>
    </>
  )
}

type ReachProps = { locale: Locale; role: Role; grant?: Grant; chosen?: string }

const ReachField = ({ locale, role, grant, chosen }: ReachProps) => {
  const t = accessText(locale).roles
  if (!grant) return null
  const { permission, reach, standard, departs } = grant
  const words = (one: Reach) => (one !== 'none' && !permission.scoped ? t.yes : t.reachLong[one])
  const fixed = isFixed(role, permission.key)
  return (
    <Field
      t={viewText(locale).form}
      kind="radio"
      name={`may:${permission.key}`}
      label={permission.title[locale]}
      hint={fixed ? t.fixed : departs ? t.standard(words(standard)) : undefined}
      value={chosen ?? reach}
      disabled={fixed}
      options={choicesOf(permission).map((one) => ({ value: one, label: words(one) }))}
    />
  )
}
