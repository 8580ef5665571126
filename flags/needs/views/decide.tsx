import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Details } from '../../../views/details.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { stageChoices } from '../../cost/choices.ts'
import type { CostPlan } from '../../cost/plan.ts'
import { sayWhole } from '../../cost/wording.ts'
import { flagsText } from '../../messages.ts'
import { needsText } from '../messages.ts'
import type { Request, StageBudget } from '../requests.ts'

type Props = {
  scope: Scope
  plan: CostPlan
  request: Request
  budget: StageBudget | undefined
  /** Approved ones of the stage, of which one could give way. */
  approved: readonly Request[]
  mayManage: boolean
  raw: Raw
  errors: Errors
}

/** Decides on a request, beside what the stage's budget still has. */
export const DecidePage = (page: Props) => {
  const { scope, request, raw, errors } = page
  const { locale } = scope
  const t = needsText(locale)
  const { form } = viewText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={request.need}
        trail={[{ href: '/rollout/needs', label: t.title }]}
        actions={
          page.mayManage && (
            <LinkButton href={`/rollout/needs/${request.id}/edit`} icon="pencil">
              {flagsText(locale).register.edit}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <Facts {...page} />
        {request.state !== 'asked' && <Outcome {...page} />}
        {request.state === 'asked' && (
          <Form
            t={form}
            action={`/rollout/needs/${request.id}/decide`}
            errors={errors}
            submit={t.decide}
            cancelHref="/rollout/needs"
            testId="decide-form"
          >
            <Field
              t={form}
              kind="radio"
              name="outcome"
              label={t.outcome}
              value={raw.outcome}
              required
              options={[
                { value: 'approved', label: t.approve },
                { value: 'declined', label: t.decline },
              ]}
              error={errors.outcome}
            />
            {page.approved.length > 0 && (
              <Field
                t={form}
                kind="select"
                name="displaces"
                label={t.displaces}
                value={raw.displaces}
                none={form.none}
                options={page.approved.map(({ id, need }) => ({ value: id, label: need }))}
                error={errors.displaces}
              />
            )}
            <Field
              t={form}
              kind="textarea"
              name="reason"
              label={t.reason}
              value={raw.reason}
              required
              error={errors.reason}
            />
          </Form>
        )}
      </PageBody>
    </>
  )
}

/** What was decided, by whom and why. */
const Outcome = ({ scope: { locale }, request }: Props) => {
  const t = needsText(locale)
  return (
    <p class="remark">
      {[t.states[request.state], request.decider, request.reason].filter(Boolean).join(' · ')}
    </p>
  )
}

const Facts = ({ scope: { locale }, plan, request, budget }: Props) => {
  const t = needsText(locale)
  return (
    <Details
      empty={viewText(locale).record.empty}
      items={[
        { label: t.stage, value: printChoice(request.stage, stageChoices, locale) },
        { label: t.cost, value: sayWhole(locale, plan, request.cost) },
        { label: t.left, value: budget && sayWhole(locale, plan, budget.budget - budget.used) },
        { label: t.register.edit, value: request.benefit },
      ]}
    />
  )
}
