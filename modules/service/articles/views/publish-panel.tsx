import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Panel } from '../../../../views/panel.tsx'
import { articleKind } from '../kind.ts'
import { articleText } from '../messages.ts'
import type { ArticlePageProps } from './article-page.tsx'

/** Lets readers have what is written, or takes it away from them; for who may. */
export const PublishPanel = ({ scope, article, refused }: ArticlePageProps) => {
  const t = articleText(scope.locale).publish
  const view = viewText(scope.locale)
  const { id, version, values, published, isChanged, mayPublish, archivedAt } = article
  const href = `${articleKind.href}/${id}`
  if (!mayPublish || archivedAt || (published !== null && !isChanged && !refused))
    return <Withdraw {...{ scope, article }} />
  return (
    <Panel title={t.title} tour="publish-article">
      <p class="hint">
        {t.hint} {values.audience === 'public' && t.toCustomers}
      </p>
      <Form
        t={view.form}
        id="publish"
        action={`${href}/publish`}
        version={version}
        errors={refused?.errors}
        guard={false}
        submit={t.submit}
        submitIcon="send"
        testId="publish"
      >
        <Field
          t={view.form}
          form="publish"
          kind="text"
          name="note"
          label={t.note}
          value={refused?.raw.note}
          error={refused?.errors.note}
        />
      </Form>
      <Withdraw {...{ scope, article }} />
    </Panel>
  )
}

const Withdraw = ({ scope, article }: Pick<ArticlePageProps, 'scope' | 'article'>) => {
  const t = articleText(scope.locale).publish
  if (!article.mayPublish || article.published === null) return null
  return (
    <Confirm
      t={viewText(scope.locale).confirm}
      id="withdraw"
      trigger={{ label: t.withdraw, icon: 'eye-off', kind: 'quiet', small: true }}
      title={t.withdrawTitle}
      text={t.withdrawText}
      action={`${articleKind.href}/${article.id}/withdraw`}
      submit={t.withdraw}
    />
  )
}
