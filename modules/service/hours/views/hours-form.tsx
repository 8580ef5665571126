import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { rulesTrail } from '../../clocks/views/rules-head.tsx'
import { days } from '../form.ts'
import { hoursText } from '../messages.ts'
import type { Hours } from '../reading.ts'
import { hoursPlace } from './hours-page.tsx'

type Props = {
  scope: Scope
  /** Those that are changed; left out for new ones. */
  hours?: Hours
  raw: Raw
  errors: Errors
  departments: readonly DepartmentName[]
  once?: string
}

/** The hours of each day of a week, for the company or for a department. */
export const HoursForm = ({ scope, hours, raw, errors, departments, once }: Props) => {
  const view = viewText(scope.locale)
  const t = hoursText(scope.locale)
  const shared = { t: view.form }
  const action = hours ? `${hoursPlace}/${hours.id}` : hoursPlace
  return (
    <>
      <PageHead
        t={view.page}
        title={hours ? t.edit(hours.department ?? t.company) : t.add}
        trail={[...rulesTrail(scope), { href: hoursPlace, label: t.title }]}
        actions={
          hours && (
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
          version={hours?.version}
          once={once}
          cancelHref={hoursPlace}
          testId="hours-form"
        >
          {!hours && (
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
