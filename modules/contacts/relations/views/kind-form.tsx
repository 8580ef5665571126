import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ends, type RelationKind, type Side } from '../kinds.ts'
import { relationsText } from '../messages.ts'

type Props = {
  scope: Scope
  /** Left out for a new one: only then are its ends chosen. */
  kind?: RelationKind
  action: string
  raw: Raw
  errors?: Errors
  once?: string
}

/** The form of a kind of relation: its ends, and what each is called. */
export const KindFormPage = ({ scope, kind, action, raw, errors = {}, once }: Props) => {
  const view = viewText(scope.locale)
  const t = relationsText(scope.locale).kinds
  const place = '/contacts/relations/kinds'
  return (
    <>
      <PageHead
        t={view.page}
        title={kind ? t.edit : t.add}
        trail={[{ href: place, label: t.title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={action}
          errors={errors}
          once={once}
          cancelHref={place}
          testId="relation-kind-form"
        >
          {!kind &&
            (['from', 'to'] as const).map((name) => (
              <Field
                t={view.form}
                kind="select"
                name={name}
                label={t[name]}
                value={raw[name]}
                options={ends.map((value) => ({ value, label: t.ends[value] }))}
              />
            ))}
          <Words scope={scope} side="forward" raw={raw} errors={errors} />
          <Words scope={scope} side="backward" raw={raw} errors={errors} />
          <p class="hint">{t.mutual}</p>
        </Form>
      </PageBody>
    </>
  )
}

type WordsProps = { scope: Scope; side: Side; raw: Raw; errors: Errors }

/** What the other one is called at one end, in both languages. */
const Words = ({ scope, side, raw, errors }: WordsProps) => {
  const t = relationsText(scope.locale).kinds
  const languages = [
    ['en', t.english],
    ['zh-CN', t.chinese],
  ] as const
  return (
    <FieldGroup label={t[side]}>
      {languages.map(([locale, label]) => (
        <Field
          t={viewText(scope.locale).form}
          kind="text"
          name={`${side}_${locale}`}
          label={label}
          value={raw[`${side}_${locale}`]}
          error={errors[`${side}_${locale}`]}
        />
      ))}
    </FieldGroup>
  )
}
