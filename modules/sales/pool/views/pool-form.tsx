import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { NumberField } from '../forms.ts'
import { hideable } from '../kinds.ts'
import { poolText } from '../messages.ts'

type Props = {
  scope: Scope
  /** What it is called; left out for a new one. */
  name?: string
  action: string
  raw: Raw
  hidden: readonly string[]
  errors: Errors
  departments: readonly DepartmentName[]
  version?: number
  once?: string
}

const place = '/sales/pool/pools'

/** What a pool takes back, who may claim from it, and how much. */
export const PoolForm = ({ scope, raw, errors, departments, ...props }: Props) => {
  const view = viewText(scope.locale)
  const t = poolText(scope.locale).setup
  const shared = { t: view.form }
  const number = (name: NumberField, hint?: string) => (
    <Field
      {...shared}
      kind="number"
      name={name}
      label={t[name]}
      hint={hint}
      value={raw[name]}
      error={errors[name]}
    />
  )
  return (
    <>
      <PageHead
        t={view.page}
        title={props.name ? t.edit(props.name) : t.add}
        trail={[
          { href: '/sales/pool', label: poolText(scope.locale).title },
          { href: place, label: t.title },
        ]}
      />
      <PageBody>
        <Form
          {...shared}
          action={props.action}
          errors={errors}
          version={props.version}
          once={props.once}
          cancelHref={place}
          testId="pool-form"
        >
          <Field
            {...shared}
            kind="text"
            name="name"
            label={t.name}
            value={raw.name}
            error={errors.name}
            required
          />
          <Field
            {...shared}
            kind="select"
            name="department"
            label={t.department}
            hint={t.departmentHint}
            value={raw.department}
            error={errors.department}
            none=""
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FieldGroup label={t.returning}>
            {number('followDays', t.days)}
            {number('dealDays', t.dealDaysHint)}
            {number('warnDays')}
            <Field
              {...shared}
              kind="checkbox"
              name="workingDays"
              value="1"
              label={t.workingDays}
              checked={raw.workingDays === '1'}
            />
            <Field
              {...shared}
              kind="textarea"
              name="levels"
              rows={4}
              label={t.levels}
              hint={t.levelsHint}
              value={raw.levels}
              error={errors.levels}
            />
          </FieldGroup>
          <FieldGroup label={t.claiming}>
            {number('dailyLimit')}
            {number('cooldownDays')}
            {number('delayDays')}
            {number('personCap', t.noLimit)}
            {number('departmentCap', t.noLimit)}
            <Field
              {...shared}
              kind="choices"
              name="hidden"
              label={t.hidden}
              values={props.hidden}
              options={hideable.map((name) => ({ value: name, label: t.fields[name] }))}
            />
          </FieldGroup>
        </Form>
      </PageBody>
    </>
  )
}
