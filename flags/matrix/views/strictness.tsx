import { may } from '../../../core/access/person.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { flagsText } from '../../messages.ts'
import { matrixText } from '../messages.ts'
import type { Strictness } from '../schema.ts'
import { strictnesses } from '../strictness.ts'

type Props = { scope: Scope; now: Strictness; raw: Raw; errors: Errors }

/** How strict the company is with its own rollout, what that means, and changing it. */
export const StrictnessPage = ({ scope, now, raw, errors }: Props) => {
  const { locale } = scope
  const t = matrixText(locale)
  const form = viewText(locale).form
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.strictness.title}
        note={pill(t.strictness.names[now])}
        trail={[{ href: '/rollout/matrix', label: t.title }]}
      />
      <PageBody>
        <div class="stack">
          <dl class="details">
            {strictnesses.map((one) => (
              <div>
                <dt>{t.strictness.names[one]}</dt>
                <dd>{t.strictness.about[one]}</dd>
              </div>
            ))}
          </dl>
          <p class="hint">{t.strictness.always}</p>
          {may(scope.user, 'core.modules.manage') && (
            <Form t={form} action="/rollout/matrix/strictness" plain errors={errors}>
              <Field
                t={form}
                kind="radio"
                name="strictness"
                label={t.strictness.title}
                required
                value={raw.strictness ?? now}
                error={errors.strictness}
                options={strictnesses.map((value) => ({
                  value,
                  label: t.strictness.names[value],
                }))}
              />
              <Field
                t={form}
                kind="text"
                name="reason"
                label={flagsText(locale).preview.reason}
                required
                value={raw.reason ?? ''}
                error={errors.reason}
              />
            </Form>
          )}
        </div>
      </PageBody>
    </>
  )
}
