import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { FormProps } from '../../by-department/routes.tsx'
import { rulesTrail } from '../../clocks/views/rules-head.tsx'
import { days } from '../form.ts'
import { hoursText } from '../messages.ts'
import type { Hours } from '../reading.ts'
import { hoursPlace } from './hours-page.tsx'

/** The hours of each day of a week, for the company or for a department. */
export const HoursForm = ({ scope, said, raw, errors, departments, once }: FormProps<Hours>) => {
  const view = viewText(scope.locale)
  const t = hoursText(scope.locale)
  const shared = { t: view.form }
  const action = said ? `${hoursPlace}/${said.id}` : hoursPlace
  return (
    <>
      <PageHead
        t={view.page}
        title={said ? t.edit(said.department ?? t.company) : t.add}
        trail={[...rulesTrail(scope), { href: hoursPlace, label: t.title }]}
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
          {...shared}
          action={action}
          errors={errors}
          version={said?.version}
          once={once}
          cancelHref={hoursPlace}
          testId="hours-form"
        >
          {!said && (
            <Field
              {...shared}
              kind="select"
              name="department"
              label={t.department}
              hint={t.departmentHint}
              value={raw.department}
              error={errors.department}
              none={t.company}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FieldGroup label={t.week}>
            <p class="hint">{t.hint}</p>
            {days.map((day) => (
              <Field
                {...shared}
                kind="text"
                name={day}
                label={t.days[day]}
                value={raw[day]}
                error={errors[day]}
              />
            ))}
          </FieldGroup>
          <Field
            {...shared}
            kind="checkbox"
            name="onHolidays"
            value="1"
            label={t.onHolidays}
            checked={raw.onHolidays === '1'}
          />
        </Form>
      </PageBody>
    </>
  )
}
