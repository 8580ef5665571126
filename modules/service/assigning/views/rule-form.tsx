import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { FormProps } from '../../by-department/routes.tsx'
import { rulesTrail } from '../../clocks/views/rules-head.tsx'
import { ways } from '../choosing.ts'
import { assigningText } from '../messages.ts'
import type { AssignmentRule } from '../reading.ts'
import { assigningPlace } from './rules-page.tsx'

/** How new tickets of the company or of a department find an owner. */
export const RuleForm = ({
  scope,
  said,
  raw,
  errors,
  departments,
  once,
}: FormProps<AssignmentRule>) => {
  const view = viewText(scope.locale)
  const t = assigningText(scope.locale)
  const field = (name: 'department' | 'way' | 'mostOpen') => ({
    ...{ t: view.form, name, label: t[name], value: raw[name], error: errors[name] },
  })
  const action = said ? `${assigningPlace}/${said.id}` : assigningPlace
  return (
    <>
      <PageHead
        t={view.page}
        title={said ? t.edit(said.department ?? t.company) : t.add}
        trail={[...rulesTrail(scope), { href: assigningPlace, label: t.title }]}
        actions={
          said && (
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
          version={said?.version}
          once={once}
          cancelHref={assigningPlace}
          testId="assignment-form"
        >
          {!said && (
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
