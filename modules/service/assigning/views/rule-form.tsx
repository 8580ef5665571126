import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { rulesTrail } from '../../clocks/views/rules-head.tsx'
import { ways } from '../choosing.ts'
import { assigningText } from '../messages.ts'
import type { AssignmentRule } from '../reading.ts'
import { assigningPlace } from './rules-page.tsx'

type Props = {
  scope: Scope
  /** The one that is changed; left out for a new one. */
  rule?: AssignmentRule
  raw: Raw
  errors: Errors
  departments: readonly DepartmentName[]
  once?: string
}

/** How new tickets of the company or of a department find an owner. */
export const RuleForm = ({ scope, rule, raw, errors, departments, once }: Props) => {
  const view = viewText(scope.locale)
  const t = assigningText(scope.locale)
  const field = (name: 'department' | 'way' | 'mostOpen') => ({
    ...{ t: view.form, name, label: t[name], value: raw[name], error: errors[name] },
  })
  const action = rule ? `${assigningPlace}/${rule.id}` : assigningPlace
  return (
    <>
      <PageHead
        t={view.page}
        title={rule ? t.edit(rule.department ?? t.company) : t.add}
        trail={[...rulesTrail(scope), { href: assigningPlace, label: t.title }]}
        actions={
          rule && (
            <form method="post" action={`${action}/drop`}>
              <Button icon="trash">{t.drop}</Button>
            </form>
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={action}
          errors={errors}
          version={rule?.version}
          once={once}
          cancelHref={assigningPlace}
          testId="assignment-form"
        >
          {!rule && (
            <Field
              {...field('department')}
              kind="select"
              hint={t.departmentHint}
              none={t.company}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Field
            {...field('way')}
            kind="radio"
            options={ways.map((value) => ({ value, label: t.ways[value] }))}
          />
          <Field {...field('mostOpen')} kind="number" hint={t.mostOpenHint} />
        </Form>
      </PageBody>
    </>
  )
}
