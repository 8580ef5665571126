import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { dateKinds, recurrences, reminders } from '../kinds.ts'
import { datesText } from '../messages.ts'

type Props = {
  scope: Scope
  /** The record, and its page. */
  name: string
  href: string
  /** Its page below that; left out for a new date. */
  dateHref?: string
  raw: Raw
  errors?: Errors
  version?: number
  once?: string
}

/** The form of an important date: new, edit and error alike. */
export const DateFormPage = ({ scope, name, href, dateHref, raw, errors, ...form }: Props) => {
  const view = viewText(scope.locale)
  const t = datesText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={dateHref ? t.editTitle : t.add}
        trail={[{ href, label: name }]}
        actions={
          dateHref && (
            <Confirm
              t={view.confirm}
              id="remove"
              trigger={{ label: t.remove, icon: 'trash', kind: 'quiet' }}
              title={t.removeTitle}
              text={t.removeText}
              action={`${dateHref}/remove`}
              submit={t.remove}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={dateHref ?? `${href}/dates`}
          errors={errors}
          cancelHref={href}
          testId="date-form"
          {...form}
        >
          <Fields scope={scope} raw={raw} errors={errors} />
        </Form>
      </PageBody>
    </>
  )
}

const Fields = ({ scope, raw, errors = {} }: Pick<Props, 'scope' | 'raw' | 'errors'>) => {
  const t = datesText(scope.locale)
  const form = { t: viewText(scope.locale).form }
  return (
    <>
      <Field
        {...form}
        kind="select"
        name="kind"
        label={t.kind}
        value={raw.kind}
        options={dateKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Field
        {...form}
        kind="text"
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={raw.name}
        error={errors.name}
      />
      <Field
        {...form}
        kind="text"
        name="at"
        label={t.at}
        hint={`${t.atHint} ${t.leapDay}`}
        value={raw.at}
        error={errors.at}
        required
      />
      <Field
        {...form}
        kind="radio"
        name="recurs"
        label={t.recurs}
        value={raw.recurs ?? 'yearly'}
        options={recurrences.map((value) => ({ value, label: t.recurrences[value] }))}
      />
      <Field
        {...form}
        kind="select"
        name="remind"
        label={t.remind}
        none={t.noReminder}
        value={raw.remind ?? '7'}
        options={reminders.map((days) => ({ value: String(days), label: t.before(days) }))}
        error={errors.remind}
      />
    </>
  )
}
