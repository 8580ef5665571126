import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { duplicatesText } from '../messages.ts'
import { type Hint, hints } from '../schema.ts'

type Props = { scope: Scope; hint: Hint }

/** What people are told of similar records that they may not open. */
export const DuplicateSettingsPage = ({ scope, hint }: Props) => {
  const view = viewText(scope.locale)
  const words = duplicatesText(scope.locale)
  const t = words.settings
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: '/contacts/duplicates', label: words.title }]}
      />
      <PageBody>
        <Form t={view.form} action="/contacts/duplicates/settings" testId="duplicate-settings">
          <Field
            t={view.form}
            kind="radio"
            name="hint"
            label={t.open}
            hint={t.hint}
            value={hint}
            options={hints.map((value) => ({ value, label: t.choices[value] }))}
          />
        </Form>
      </PageBody>
    </>
  )
}
