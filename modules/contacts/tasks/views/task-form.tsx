import type { Colleague } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Subject } from '../../../../core/records/subjects.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { contactsTaskText } from '../messages.ts'
import type { Task } from '../tasks.ts'

type Props = {
  scope: Scope
  /** Left out for a new one. */
  task?: Task
  subject?: Subject
  colleagues: readonly Colleague[]
  raw: Raw
  version?: number
  once?: string
  errors?: Errors
}

/** The form of a task: new, edit and error alike. */
export const TaskFormPage = ({
  scope,
  task,
  subject,
  raw,
  version,
  once,
  errors,
  ...props
}: Props) => {
  const view = viewText(scope.locale)
  const t = contactsTaskText(scope.locale)
  const place = '/contacts/tasks'
  const href = task && `${place}/${task.id}`
  const about = subject && !task && { object: subject.object, record: subject.recordId }
  const form = { t: view.form }
  return (
    <>
      <PageHead
        t={view.page}
        title={task ? t.editTitle : t.add}
        trail={[
          { href: place, label: t.title },
          ...(subject ? [{ href: subject.href, label: subject.name }] : []),
        ]}
        actions={
          href && (
            <Confirm
              t={view.confirm}
              id="remove"
              trigger={{ label: t.remove, icon: 'trash', kind: 'quiet' }}
              title={t.removeTitle}
              text={t.removeText}
              action={`${href}/remove`}
              submit={t.remove}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form
          {...form}
          action={href ?? place}
          once={once}
          version={version}
          errors={errors}
          hidden={about || undefined}
          cancelHref={subject?.href ?? place}
          testId="task-form"
        >
          <Field
            {...form}
            kind="text"
            name="title"
            label={t.name}
            placeholder={task?.title === '' ? t.plainNext : t.nameHint}
            value={raw.title}
            error={errors?.title}
            required={task?.title !== ''}
            focus={!task}
          />
          <Field
            {...form}
            kind="date"
            name="dueOn"
            label={t.dueOn}
            value={raw.dueOn}
            error={errors?.dueOn}
            required
          />
          <Field
            {...form}
            kind="person"
            name="owner"
            label={t.assignee}
            value={raw.owner ?? scope.user.id}
            options={props.colleagues
              .filter(({ id, left }) => !left || id === task?.ownerId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            error={errors?.owner}
          />
        </Form>
      </PageBody>
    </>
  )
}
