import { may } from '../../../../core/access/person.ts'
import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { inUse } from '../../states/reading.ts'
import { priorities } from '../../tickets/choices.ts'
import { fillings } from '../filling.ts'
import type { Choices } from '../macro-form.ts'
import type { Macro } from '../macros.ts'
import { macroText } from '../messages.ts'
import { manageMacros } from '../rights.ts'

type Props = {
  scope: Scope
  /** Left out for a new one. */
  macro?: Macro
  choices: Choices
  raw: Raw
  errors: FieldErrors
  version?: number
  once?: string
}

const place = '/service/macros'

/** The form of a saved reply or macro: new, edit and error are the same drawing. */
export const MacroForm = (props: Props) => {
  const { scope, macro, errors, version, once } = props
  const view = viewText(scope.locale)
  const t = macroText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={macro ? t.edit(macro.name) : t.add}
        trail={[{ href: place, label: t.title }]}
        actions={
          macro && (
            <Confirm
              t={view.confirm}
              id="remove"
              trigger={{ label: t.remove, icon: 'trash' }}
              title={t.removeTitle(macro.name)}
              text={t.removeText}
              action={`${place}/${macro.id}/remove`}
              submit={t.remove}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={macro ? `${place}/${macro.id}` : place}
          errors={errors}
          version={version}
          once={once}
          cancelHref={place}
          guard
          testId="macro-form"
        >
          <Writes {...props} />
          <Does {...props} />
          <Who {...props} />
        </Form>
      </PageBody>
    </>
  )
}

const Writes = ({ scope, raw, errors }: Props) => {
  const t = macroText(scope.locale)
  const form = viewText(scope.locale).form
  const fields = fillings.map(({ label }) => `{{${label[scope.locale]}}}`).join(' ')
  return (
    <>
      <Field
        t={form}
        kind="text"
        name="name"
        required
        label={t.name}
        value={raw.name}
        error={errors.name}
      />
      <Field
        t={form}
        kind="radio"
        name="kind"
        label={t.kind}
        value={raw.kind}
        options={(['answer', 'note'] as const).map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Field
        t={form}
        kind="textarea"
        name="text"
        rows={8}
        label={t.text}
        hint={t.textHint(fields)}
        value={raw.text}
        error={errors.text}
      />
    </>
  )
}

const Does = ({ scope, raw, errors, choices }: Props) => {
  const t = macroText(scope.locale)
  const form = viewText(scope.locale).form
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  const pick = (name: 'state' | 'priority' | 'category', options: Option[]) => (
    <Field
      t={form}
      kind="select"
      name={name}
      label={t[name]}
      value={raw[name]}
      none={t.stays}
      options={options}
    />
  )
  return (
    <FieldGroup label={t.does}>
      <p class="hint">{t.doesHint}</p>
      {pick('state', named(inUse(choices.states)))}
      {pick(
        'priority',
        priorities.map(({ key, label }) => ({ value: key, label: label[scope.locale] })),
      )}
      {pick('category', named(inUse(choices.categories)))}
      <Field t={form} kind="text" name="tag" label={t.tag} value={raw.tag} error={errors.tag} />
      <Field t={form} kind="checkbox" name="takes" label={t.takes} checked={raw.takes === 'on'} />
    </FieldGroup>
  )
}

type Option = { value: string; label: string }

/** Whose it is; whoever keeps their own alone is not asked. */
const Who = ({ scope, raw, choices }: Props) => {
  const t = macroText(scope.locale)
  if (!may(scope.user, manageMacros)) return null
  return (
    <Field
      t={viewText(scope.locale).form}
      kind="select"
      name="who"
      label={t.who}
      value={raw.who}
      options={[
        { value: 'me', label: t.mine },
        { value: 'all', label: t.everybody },
        ...choices.departments.map(({ id, name }) => ({ value: id, label: t.department(name) })),
      ]}
    />
  )
}
