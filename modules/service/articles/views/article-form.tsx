import type { Suggestions } from '../../../../core/fields/suggestions.ts'
import { FormFields } from '../../../../core/fields/views/form-fields.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { hasFiles, OwnGroups } from '../../../../core/own-fields/views/own-groups.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { type FieldErrors, FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { articleFields } from '../article-fields.ts'
import type { ArticleRecord } from '../article-record.ts'
import { articleKind } from '../kind.ts'
import { articleText } from '../messages.ts'

const fieldsNamed = (...names: string[]) =>
  articleFields.filter(({ field }) => names.includes(field))

const own = fieldsNamed('name', 'text', 'language')
const other = fieldsNamed('otherName', 'otherText')
const keeping = fieldsNamed('category', 'otherCategory', 'audience', 'reviewOn', 'expiresOn')

type Props = {
  scope: Scope
  /** Left out for a new article. */
  article?: ArticleRecord
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
  version?: number
  once?: string
}

/** The form of an article: new, edit and error are the same drawing. */
export const ArticleForm = ({ scope, article, version, once, ...fields }: Props) => {
  const view = viewText(scope.locale)
  const t = articleText(scope.locale)
  const href = article ? `${articleKind.href}/${article.id}` : articleKind.href
  const shared = { scope, ...fields }
  return (
    <>
      <PageHead
        t={view.page}
        title={article ? t.editTitle(article.values.name) : t.list.add}
        trail={[{ href: articleKind.href, label: t.list.title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={href}
          errors={fields.errors}
          version={version}
          once={once}
          cancelHref={href}
          guard
          hidden={fields.raw.ticket ? { ticket: fields.raw.ticket } : undefined}
          files={hasFiles(scope, articleKind.object)}
          testId="article-form"
        >
          <FieldGroup label={t.own}>
            <FormFields {...shared} fields={own} />
          </FieldGroup>
          <FieldGroup label={t.keeping}>
            <FormFields {...shared} fields={keeping} />
          </FieldGroup>
          <FieldGroup label={t.other}>
            <FormFields {...shared} fields={other} />
          </FieldGroup>
          <OwnGroups
            scope={scope}
            object={articleKind.object}
            raw={fields.raw}
            errors={fields.errors}
          />
        </Form>
      </PageBody>
    </>
  )
}
