import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { Tabs } from '../../../../views/tabs.tsx'
import type { Listed } from '../changing.ts'
import { statesText } from '../messages.ts'
import { type Category, type State, stateTones, stateTypes } from '../state-types.ts'

type Props = {
  scope: Scope
  of: Listed
  all: readonly (State | Category)[]
  raw: Raw
  errors?: Errors
  once: string
}

/** The states, or the categories, of a company; each is renamed where it stands. */
export const ListedPage = ({ scope, of, all, raw, errors = {}, once }: Props) => {
  const view = viewText(scope.locale)
  const t = statesText(scope.locale)
  return (
    <>
      <PageHead t={view.page} title={t[of].title} />
      <Tabs
        label={t.both}
        tabs={(['states', 'categories'] as const).map((one) => ({
          label: t[one].title,
          href: `/service/${one}`,
          current: one === of,
        }))}
      />
      <PageBody>
        <p class="hint">{t[of].text}</p>
        <div class="stack">
          {all.map((one) => (
            <Line scope={scope} of={of} one={one} />
          ))}
        </div>
        <h2>{t[of].add}</h2>
        <Form
          t={view.form}
          action={`/service/${of}`}
          errors={errors}
          once={once}
          testId="listed-form"
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
          {of === 'states' && (
            <Field
              t={view.form}
              kind="select"
              name="type"
              label={t.type}
              hint={t.typeHint}
              value={raw.type ?? 'open'}
              error={errors.type}
              options={stateTypes.map((value) => ({ value, label: t.types[value] }))}
            />
          )}
        </Form>
      </PageBody>
    </>
  )
}

type LineProps = { scope: Scope; of: Listed; one: State | Category }

const Line = ({ scope, of, one }: LineProps) => {
  const t = statesText(scope.locale)
  const { id, name, hidden } = one
  const action = `/service/${of}/${id}`
  return (
    <article class="panel-item" data-testid="listed">
      <form method="post" action={action} class="inline-form">
        <input name="name" class="input" value={name} required aria-label={t.name} />
        <Button small>{viewText(scope.locale).form.save}</Button>
      </form>
      <form method="post" action={`${action}/${hidden ? 'show' : 'hide'}`} class="actions">
        <Button small>{hidden ? t.show : t.hide}</Button>
      </form>
      {('type' in one || hidden) && (
        <p class="note pills">
          {'type' in one && <Pill text={t.types[one.type]} tone={stateTones[one.type]} />}
          {hidden && <Pill text={t.hidden} />}
        </p>
      )}
    </article>
  )
}
