import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { accessText } from '../messages.ts'
import type { Settings } from '../settings.ts'

/** How the company wants its training. */
export const SettingsPage = ({ scope, settings }: { scope: Scope; settings: Settings }) => {
  const t = accessText(scope.locale).settings
  const view = viewText(scope.locale)
  const form = { t: view.form }
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <PageBody>
        {settings.follows === null && <p class="hint">{t.undecided}</p>}
        <Form {...form} action="/training/settings" testId="training-settings">
          <Field
            {...form}
            kind="toggle"
            name="follows"
            label={t.follows}
            hint={t.followsHint}
            checked={settings.follows === true}
          />
          <Field
            {...form}
            kind="toggle"
            name="secondReviewer"
            label={t.secondReviewer}
            hint={t.secondReviewerHint}
            checked={settings.secondReviewer}
          />
        </Form>
      </PageBody>
    </>
  )
}
