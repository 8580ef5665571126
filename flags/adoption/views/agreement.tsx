import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Expected } from '../changing.ts'
import { adoptionText } from '../messages.ts'

type Props = {
  scope: Scope
  version: number
  groups: readonly { title: string; numbers: readonly Expected[] }[]
  raw: Raw
  errors?: FieldErrors
}

/** What people of each role are expected to do, and how much each part of the index weighs. */
export const AgreementPage = ({ scope, version, groups, raw, errors = {} }: Props) => {
  const view = viewText(scope.locale)
  const t = adoptionText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.agreement}
        trail={[{ href: '/rollout/adoption', label: t.title }]}
      />
      <PageBody>
        <p class="hint">
          {t.agreementText} {version > 0 ? t.version(String(version)) : t.usual}
        </p>
        <Form
          t={view.form}
          action="/rollout/adoption/agreement"
          version={version}
          errors={errors}
          submit={t.change}
          cancelHref="/rollout/adoption"
          testId="agreement-form"
        >
          {groups.map(({ title, numbers }) => (
            <FieldGroup label={title}>
              {numbers.map(({ name, label, value }) => (
                <Field
                  t={view.form}
                  kind="number"
                  name={name}
                  label={label}
                  required
                  value={raw[name] ?? String(value)}
                  error={errors[name]}
                />
              ))}
            </FieldGroup>
          ))}
          <Field
            t={view.form}
            kind="textarea"
            name="reason"
            label={t.reason}
            required
            value={raw.reason ?? ''}
            error={errors.reason}
          />
        </Form>
      </PageBody>
    </>
  )
}
