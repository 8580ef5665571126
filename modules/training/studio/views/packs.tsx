import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { studioText } from '../messages.ts'
import { studioTabs } from './tabs.ts'

/** Handing courses on, and taking in those of others. */
export const PacksPage = ({ scope, error }: { scope: Scope; error?: string | undefined }) => {
  const { locale } = scope
  const t = studioText(locale).packs
  const view = viewText(locale)
  return (
    <>
      <PageHead t={view.page} title={t.title} tabs={studioTabs(scope, 'packs')} />
      <PageBody>
        <Card title={t.give}>
          <p class="hint">{t.giveHint}</p>
          <form method="post" action="/training/studio/packs/download">
            <Button icon="download">{t.download}</Button>
          </form>
        </Card>
        <Card title={t.take}>
          <Form
            t={view.form}
            action="/training/studio/packs"
            errors={error ? { file: error } : {}}
            submit={t.submit}
            files
            testId="pack-form"
          >
            <Field
              t={view.form}
              kind="file"
              name="file"
              label={t.file}
              hint={t.takeHint}
              accept=".json"
              error={error}
            />
          </Form>
        </Card>
      </PageBody>
    </>
  )
}
