import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { colleagueOptions } from '../../access/views/colleague-options.ts'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Scope } from '../../scope.ts'
import type { ListFrame } from '../frame.ts'
import { listsText } from '../messages.ts'

type Props = {
  scope: Scope
  kind: RecordKind
  frame: ListFrame
  /** Ids of colleagues for whom the module is off. */
  unseeing: ReadonlySet<string>
  ids: readonly string[]
  owner?: string
  department?: string
  errors?: FieldErrors
}

/** Asks who is to have the chosen records. */
export const AssignPage = ({ scope, kind, frame, ids, owner, department, ...asked }: Props) => {
  const view = viewText(scope.locale)
  const t = listsText(scope.locale)
  const said = recordText(scope.locale).pages
  return (
    <>
      <PageHead
        t={view.page}
        title={t.assignTitle(t.records(ids.length))}
        trail={[{ href: kind.href, label: kind.text(scope.locale).title }]}
      />
      <PageBody>
        <p>{t.assignText}</p>
        <Form
          t={view.form}
          action={`${kind.href}/assign`}
          errors={asked.errors}
          submit={said.assign}
          submitIcon="user-share"
          cancelHref={kind.href}
          testId="assign-form"
        >
          {ids.map((id) => (
            <input type="hidden" name="id" value={id} />
          ))}
          <Field
            t={view.form}
            kind="person"
            name="owner"
            label={t.assignTo}
            value={owner}
            none={said.nobody}
            options={colleagueOptions(scope.locale, frame.colleagues, asked.unseeing)}
            error={asked.errors?.owner}
            focus
          />
          <Field
            t={view.form}
            kind="select"
            name="department"
            label={t.assignDepartment}
            value={department}
            none={t.ownersOwn}
            options={frame.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      </PageBody>
    </>
  )
}
