import { printMoney } from '../../../../core/values/money.ts'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { Table } from '../../../../views/table.tsx'
import { approvalText } from '../../approval/messages.ts'
import { type Approvable, approvable, type Rule } from '../../approval/steps.ts'
import type { SettingsProps } from './settings-page.tsx'

/** Who has to agree to what, and a form that adds a rule. */
export const Rules = (props: SettingsProps) => {
  const { scope, rules, departments, colleagues } = props
  const { locale, company } = scope
  const { kinds, settings: t } = approvalText(locale)
  const names = new Map([...departments, ...colleagues].map(({ id, name }) => [id, name]))
  type Row = Rule & { id: string }
  return (
    <Card title={t.rules} testId="rules">
      <p class="hint">{t.rulesText}</p>
      {rules.length === 0 ? (
        <p class="hint">{t.noRules}</p>
      ) : (
        <Table<Row>
          t={viewText(locale).table}
          caption={t.rules}
          columns={[
            { key: 'kind', label: t.kind, cell: ({ object }) => kinds[object as Approvable] },
            { key: 'step', label: t.step, cell: ({ step }) => t.steps[step === 2 ? '2' : '1'] },
            {
              key: 'department',
              label: t.department,
              cell: ({ departmentId }) => names.get(departmentId ?? '') ?? t.everywhere,
            },
            {
              key: 'over',
              label: t.over,
              align: 'end',
              cell: ({ overMinor }) =>
                printMoney({ minor: overMinor, currency: company.currency }, locale),
            },
            {
              key: 'approver',
              label: t.approver,
              cell: ({ approverId }) => names.get(approverId ?? '') ?? t.leader,
            },
            {
              key: 'drop',
              label: '',
              align: 'end',
              cell: ({ id }) =>
                markup`<form method="post" action="/sales/settings/rules/${id}/drop"><button class="btn btn-ghost btn-sm">${t.drop}</button></form>`,
            },
          ]}
          rows={rules}
          rowId={({ id }) => id}
          rowName={({ object }) => kinds[object as Approvable]}
        />
      )}
      <RuleForm {...props} />
    </Card>
  )
}

const RuleForm = ({ scope, departments, colleagues, raw, errors = {}, once }: SettingsProps) => {
  const { kinds, settings: t } = approvalText(scope.locale)
  const view = viewText(scope.locale)
  const field = (name: string) => ({
    ...{ t: view.form, form: 'rule', name },
    ...{ value: raw[name], error: errors[name] },
  })
  return (
    <Form
      t={view.form}
      id="rule"
      action="/sales/settings/rules"
      errors={errors}
      once={once}
      submit={t.add}
    >
      <Field
        {...field('object')}
        kind="select"
        label={t.kind}
        options={approvable.map((value) => ({ value, label: kinds[value] }))}
      />
      <Field
        {...field('step')}
        kind="radio"
        label={t.step}
        value={raw.step ?? '1'}
        options={(['1', '2'] as const).map((value) => ({ value, label: t.steps[value] }))}
      />
      <Field
        {...field('department')}
        kind="select"
        label={t.department}
        none={t.everywhere}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...field('over')} kind="money" unit={scope.company.currency} label={t.over} />
      <Field
        {...field('approver')}
        kind="person"
        label={t.approver}
        none={t.leader}
        options={colleagues
          .filter(({ left }) => !left)
          .map(({ id, name, login }) => ({ value: id, label: name, note: login ?? undefined }))}
      />
    </Form>
  )
}
