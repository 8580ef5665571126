import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { Mailbox } from '../mailboxes.ts'
import { mailboxText } from '../messages.ts'
import { securities } from '../schema.ts'

type Props = {
  locale: Locale
  departments: readonly DepartmentName[]
  raw: Raw
  errors?: Errors
  once: string
  /** The one that is changed; undefined for a new one. */
  mailbox?: Mailbox
  version?: number
}

/** How a mailbox is reached: its address, where it is read, where its mail goes out. */
export const MailboxFormPage = ({ locale, departments, raw, errors = {}, ...props }: Props) => {
  const { mailbox, version, once } = props
  const t = mailboxText(locale)
  const view = viewText(locale)
  const place = mailbox ? `/service/mailboxes/${mailbox.id}` : '/service/mailboxes'
  const field = (name: string) => ({
    ...{ t: view.form, name, value: raw[name], error: errors[name] },
  })
  const options = securities.map((value) => ({ value, label: t.securities[value] }))
  return (
    <>
      <PageHead
        t={view.page}
        title={mailbox ? t.edit : t.add}
        trail={[{ href: '/service/mailboxes', label: t.title }]}
      />
      <PageBody>
        <Form
          {...{ t: view.form, action: place, errors, version }}
          once={mailbox ? undefined : once}
          cancelHref={place}
          guard
        >
          <Field {...field('name')} kind="text" label={t.name} hint={t.nameHint} required />
          <Field {...field('address')} kind="email" label={t.address} required />
          <Field
            {...field('department')}
            kind="select"
            label={t.department}
            hint={t.departmentHint}
            none={t.nobody}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FieldGroup label={t.incoming}>
            <Field {...field('imapHost')} kind="text" label={t.imapHost} required />
            <Field {...field('imapPort')} kind="number" label={t.port} required />
            <Field {...field('imapSecurity')} kind="select" label={t.security} options={options} />
            <Field {...field('folder')} kind="text" label={t.folder} required />
            <Field {...field('checkedBy')} kind="text" label={t.checkedBy} hint={t.checkedByHint} />
          </FieldGroup>
          <FieldGroup label={t.outgoing}>
            <Field {...field('smtpHost')} kind="text" label={t.smtpHost} required />
            <Field {...field('smtpPort')} kind="number" label={t.port} required />
            <Field {...field('smtpSecurity')} kind="select" label={t.security} options={options} />
          </FieldGroup>
          <Field
            {...field('username')}
            kind="text"
            label={t.username}
            hint={t.usernameHint}
            autocomplete="off"
            required
          />
          <Field
            {...field('password')}
            value={undefined}
            kind="password"
            label={t.password}
            hint={mailbox?.hasPassword ? `${t.passwordKept} ${t.passwordHint}` : t.passwordHint}
            autocomplete="new-password"
          />
        </Form>
      </PageBody>
    </>
  )
}
