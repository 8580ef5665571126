import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'
import { listsText } from '../messages.ts'

type Props = {
  scope: Scope
  kind: RecordKind
  /** Names of tags in use. */
  tags: readonly string[]
  ids: readonly string[]
  name?: string
  errors?: FieldErrors
}

/** Asks which tag the chosen records are to get. */
export const TagPage = ({ scope, kind, tags, ids, name, errors }: Props) => {
  const view = viewText(scope.locale)
  const t = listsText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={`${t.tag} · ${t.records(ids.length)}`}
        trail={[{ href: kind.href, label: kind.text(scope.locale).title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={`${kind.href}/tag`}
          errors={errors}
          submit={t.tag}
          submitIcon="tag"
          cancelHref={kind.href}
          testId="tag-form"
        >
          {ids.map((id) => (
            <input type="hidden" name="id" value={id} />
          ))}
          <Field
            t={view.form}
            kind="text"
            name="name"
            label={t.tagLabel}
            value={name}
            suggestions={[...tags]}
            error={errors?.name}
            required
            focus
          />
        </Form>
      </PageBody>
    </>
  )
}
