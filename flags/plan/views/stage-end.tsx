import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { planText } from '../messages.ts'
import type { StageRow } from '../stage-rows.ts'

type Props = { locale: Locale; stage: StageRow; raw: Raw; errors?: FieldErrors }

/** Moves the planned end of a stage. */
export const StageEndPage = ({ locale, stage, raw, errors = {} }: Props) => {
  const t = planText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const back = `/rollout/plan?stage=${stage.code}`
  return (
    <>
      <PageHead
        t={view.page}
        title={t.moveEnd}
        trail={[{ href: back, label: `${stage.code} ${t.stages[stage.code]}` }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={`/rollout/plan/stages/${stage.code}`}
          errors={errors}
          version={Number(raw.version ?? stage.version)}
          cancelHref={back}
          testId="stage-form"
        >
          <p class="hint">{t.moveEndText}</p>
          <Field {...field('endPlan')} kind="date" label={t.newEnd} required />
          <Field
            {...field('reason')}
            kind="textarea"
            label={t.reason}
            hint={t.reasonHint}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}
