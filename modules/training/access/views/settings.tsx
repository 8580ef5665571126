import type { LearningRule } from '../../../../core/learning/declared.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { accessText } from '../messages.ts'
import type { Settings } from '../settings.ts'

type Props = {
  scope: Scope
  settings: Settings
  /** What asks for it where the company never decided. */
  rule: LearningRule | undefined
}

/** How the company wants its training, and who or what turned on that access follows learning. */
export const SettingsPage = ({ scope, settings, rule }: Props) => {
  const t = accessText(scope.locale).settings
  const view = viewText(scope.locale)
  const form = { t: view.form }
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <PageBody>
        <p class="remark" role="note" data-testid="learning-rule">
          {sayRule(scope, settings, rule)}
        </p>
        <Form {...form} action="/training/settings" testId="training-settings">
          <Field
            {...form}
            kind="radio"
            name="follows"
            label={t.follows}
            hint={t.followsHint}
            value={settings.follows === null ? '' : settings.follows ? 'on' : 'off'}
            options={[
              { value: '', label: t.choices.rollout, note: t.choices.rolloutNote },
              { value: 'on', label: t.choices.on },
              { value: 'off', label: t.choices.off },
            ]}
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
        <p class="hint">{t.programs}</p>
      </PageBody>
    </>
  )
}

/** Whether it holds now, and who turned it on or off: somebody, the strict rollout, or the plan. */
function sayRule({ locale }: Scope, { follows, by, since }: Settings, rule?: LearningRule) {
  const t = accessText(locale).settings.now
  if (follows === true) return t.on(by ?? '', since ? printDate(since, locale) : '')
  if (follows === false) return t.off(by ?? '')
  return rule ? t[rule.by](printDate(rule.since, locale)) : t.undecided
}
