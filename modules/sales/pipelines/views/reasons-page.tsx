import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pipelinesText } from '../messages.ts'
import type { LossReason } from '../usual.ts'

type Props = {
  scope: Scope
  reasons: readonly LossReason[]
  raw: Raw
  errors?: Errors
  once: string
}

/** The reasons for which deals are lost; each is renamed where it stands. */
export const ReasonsPage = ({ scope, reasons, raw, errors = {}, once }: Props) => {
  const view = viewText(scope.locale)
  const all = pipelinesText(scope.locale)
  const t = all.reasons
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: '/sales/pipelines', label: all.title }]}
      />
      <PageBody>
        <p class="hint">{t.text}</p>
        <div class="stack">
          {reasons.map((reason) => (
            <One scope={scope} reason={reason} />
          ))}
        </div>
        <h2>{t.add}</h2>
        <Form
          t={view.form}
          action="/sales/loss-reasons"
          errors={errors}
          once={once}
          testId="reason-form"
        >
          <Field
            t={view.form}
            kind="text"
            name="name"
            label={t.name}
            value={raw.name}
            error={errors.name}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}

const One = ({ scope, reason }: { scope: Scope; reason: LossReason }) => {
  const t = pipelinesText(scope.locale)
  const { id, name, hidden } = reason
  const action = `/sales/loss-reasons/${id}`
  return (
    <article class="panel-item" data-testid="reason">
      <form method="post" action={action} class="inline-form">
        <input name="name" class="input" value={name} required aria-label={t.reasons.name} />
        <Button small>{viewText(scope.locale).form.save}</Button>
      </form>
      {hidden && <span class="note">{t.hidden}</span>}
      <form method="post" action={`${action}/${hidden ? 'show' : 'hide'}`} class="actions">
        <Button small>{hidden ? t.show : t.hide}</Button>
      </form>
    </article>
  )
}
