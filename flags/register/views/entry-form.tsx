import type { AnyField } from '../../../core/fields/field.ts'
import type { Suggestions } from '../../../core/fields/suggestions.ts'
import { FormFields } from '../../../core/fields/views/form-fields.tsx'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Confirm } from '../../../views/confirm.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { flagsText } from '../../messages.ts'
import type { RegisterWords } from '../register.ts'

type Props = {
  scope: Scope
  words: RegisterWords
  place: string
  list: string
  /** Left out for a new one. */
  entry?: { id: string; name: string }
  fields: readonly AnyField[]
  suggestions: Suggestions
  raw: Raw
  errors: Errors
  version?: number
  once?: string
}

/** The form of an entry of any register, and for one that exists the way to remove it. */
export const EntryForm = ({ scope, words, place, list, entry, ...form }: Props) => {
  const view = viewText(scope.locale)
  const here = entry ? `${place}/${entry.id}` : place
  return (
    <>
      <PageHead
        t={view.page}
        title={entry ? entry.name : words.add}
        trail={[{ href: list, label: words.title }]}
        actions={
          entry &&
          words.removeTitle && (
            <Confirm
              t={view.confirm}
              id="remove"
              trigger={{ label: flagsText(scope.locale).register.remove, icon: 'trash' }}
              title={words.removeTitle}
              text={words.removeText ?? ''}
              action={`${here}/remove`}
              submit={flagsText(scope.locale).register.remove}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={here}
          errors={form.errors}
          version={form.version}
          once={form.once}
          cancelHref={list}
          testId="entry-form"
        >
          <FormFields
            scope={scope}
            fields={form.fields}
            raw={form.raw}
            errors={form.errors}
            suggestions={form.suggestions}
          />
        </Form>
      </PageBody>
    </>
  )
}
