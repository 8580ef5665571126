import type { Colleague } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { approvalText } from '../messages.ts'

type Props = {
  scope: Scope
  colleagues: readonly Colleague[]
  raw: Raw
  errors?: Errors
}

const path = '/sales/approvals'

/** Who decides for oneself while one is away. */
export const DeputyPage = ({ scope, colleagues, raw, errors = {} }: Props) => {
  const { title, deputy: t } = approvalText(scope.locale)
  const view = viewText(scope.locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead t={view.page} title={t.title} trail={[{ href: path, label: title }]} />
      <PageBody>
        <p class="hint">{t.text}</p>
        <Form t={view.form} action={`${path}/deputy`} errors={errors} cancelHref={path}>
          <Field
            {...field('deputy')}
            kind="person"
            label={t.who}
            none={t.none}
            options={colleagues
              .filter(({ id, left }) => !left && id !== scope.user.id)
              .map(({ id, name, login }) => ({ value: id, label: name, note: login ?? undefined }))}
          />
          <Field {...field('from')} kind="date" label={t.from} />
          <Field {...field('to')} kind="date" label={t.to} />
        </Form>
      </PageBody>
    </>
  )
}
