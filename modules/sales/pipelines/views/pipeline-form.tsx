import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pipelinesText } from '../messages.ts'

type Props = {
  scope: Scope
  isNew: boolean
  action: string
  raw: Raw
  errors?: Errors
  chosen: readonly string[]
  departments: readonly DepartmentName[]
  once?: string
}

/** What a pipeline is called, and for whom it is. */
export const PipelineFormPage = ({ scope, raw, errors = {}, ...props }: Props) => {
  const view = viewText(scope.locale)
  const t = pipelinesText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={props.isNew ? t.add : t.edit}
        trail={[{ href: '/sales/pipelines', label: t.title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={props.action}
          errors={errors}
          once={props.once}
          cancelHref={props.action}
          testId="pipeline-form"
        >
          <Field
            t={view.form}
            kind="text"
            name="name"
            label={t.name}
            value={raw.name}
            error={errors.name}
            required
          />
          <Field
            t={view.form}
            kind="choices"
            name="departments"
            label={t.departments}
            hint={t.departmentsHint}
            values={props.chosen}
            options={props.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      </PageBody>
    </>
  )
}
