import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { planText } from '../messages.ts'
import { checks, type proposeForm, type Verdict, type Weighed } from '../pilot.ts'
import type { Programme } from '../programme.ts'

type Props = {
  locale: Locale
  programme: Programme
  /** The best first. */
  departments: readonly Weighed[]
  proposal: ReturnType<typeof proposeForm>
  handovers: boolean
  raw: Raw
  errors?: FieldErrors
  mayChoose: boolean
}

const place = '/rollout/plan/pilot'

/** Which form the pilot should have and where it should be, with the reasons; and the choice. */
export const PilotPage = (props: Props) => {
  const { locale, programme, departments, mayChoose } = props
  const words = planText(locale)
  const t = words.pilot
  const chosen = departments.find(({ id }) => id === programme.pilotDepartmentId)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        trail={[{ href: '/rollout/plan', label: words.title }]}
      />
      <PageBody>
        <div class="stack">
          {programme.pilotForm && (
            <p class="remark" data-testid="chosen">
              {t.chosen(t.forms[programme.pilotForm])} {chosen?.name} {programme.pilotReason}
            </p>
          )}
          <p class="hint">{t.about}</p>
          <Proposal {...props} />
          {departments.length === 0 ? (
            <Empty icon="sitemap" title={t.departments} text={t.noDepartment} />
          ) : (
            <Departments locale={locale} departments={departments} />
          )}
          <Questions {...props} />
          {mayChoose && departments.length > 0 && <ChoiceForm {...props} />}
        </div>
      </PageBody>
    </>
  )
}

const Proposal = ({ locale, proposal }: Props) => {
  const t = planText(locale).pilot
  return (
    <Card title={t.proposal} testId="proposal">
      <p>
        <strong>{t.proposed(t.forms[proposal.form])}</strong>
      </p>
      <ul class="reasons">
        {proposal.because.map((why) => (
          <li>{t.because[why]}</li>
        ))}
      </ul>
    </Card>
  )
}

const marks = {
  yes: 'circle-check',
  no: 'circle-x',
  unknown: 'help-circle',
} as const satisfies Record<Verdict, string>

const Departments = ({ locale, departments }: Pick<Props, 'locale' | 'departments'>) => {
  const t = planText(locale).pilot
  return (
    <Card title={t.departments} flush testId="candidates">
      <ul class="candidates">
        {departments.map((one, at) => (
          <li data-testid="row">
            <p>
              <strong>{one.name}</strong> {at === 0 && <Pill text={t.best} tone="green" />}{' '}
              <span class="hint">{t.points(String(one.points), String(one.known))}</span>
            </p>
            <ul class="verdicts">
              {checks.map((check) => (
                <li class={one.verdicts[check]}>
                  <Icon name={marks[one.verdicts[check]]} />
                  {t.checks[check][one.verdicts[check]]}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Questions = ({ locale, departments, handovers }: Props) => {
  const t = planText(locale).pilot
  const view = viewText(locale).form
  return (
    <Card title={t.questions}>
      <form method="get" action={place} class="form">
        <input type="hidden" name="weighed" value="yes" />
        <Field
          t={view}
          form="weigh"
          kind="checkbox"
          name="handovers"
          label={t.handovers}
          checked={handovers}
        />
        <Field
          t={view}
          form="weigh"
          kind="choices"
          name="risky"
          label={t.risky}
          values={departments.filter(({ risky }) => risky).map(({ id }) => id)}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div class="actions">
          <Button icon="refresh">{t.weigh}</Button>
        </div>
      </form>
    </Card>
  )
}

const ChoiceForm = ({ locale, departments, proposal, programme, raw, errors = {} }: Props) => {
  const words = planText(locale)
  const t = words.pilot
  const view = viewText(locale).form
  const field = (name: string) => ({ t: view, name, error: errors[name] })
  return (
    <Card title={t.choose}>
      <Form t={view} action={place} errors={errors} submit={t.choose} testId="pilot-form">
        <Field
          {...field('shape')}
          kind="radio"
          label={t.form}
          value={raw.shape ?? programme.pilotForm ?? proposal.form}
          options={(['department', 'part'] as const).map((form) => ({
            value: form,
            label: t.formsLong[form],
          }))}
        />
        <Field
          {...field('department')}
          kind="select"
          label={t.department}
          value={raw.department ?? programme.pilotDepartmentId ?? departments[0]?.id}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          {...field('reason')}
          kind="textarea"
          label={words.reason}
          hint={words.reasonHint}
          value={raw.reason ?? programme.pilotReason ?? ''}
          required
        />
      </Form>
    </Card>
  )
}
