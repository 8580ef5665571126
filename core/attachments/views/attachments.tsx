import { Confirm } from '../../../views/confirm.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Panel } from '../../../views/panel.tsx'
import { formatAgo, formatNumber } from '../../i18n/format.ts'
import type { Reference, Subject } from '../../records/subjects.ts'
import type { Scope } from '../../scope.ts'
import { type Attachment, largestFile } from '../attachments.ts'
import { attachmentText } from '../messages.ts'
import { printSize } from '../size.ts'

type Props = {
  scope: Scope
  about: Reference
  files: readonly Attachment[]
  mayEdit: boolean
  once: string
}

/** The files of a record, and a way to add one. */
export const Attachments = ({ scope, about, files, mayEdit, once }: Props) => {
  const t = attachmentText(scope.locale)
  const count = files.length > 0 ? formatNumber(scope.locale, files.length) : undefined
  return (
    <Panel title={t.title} count={count}>
      <ul class="files" data-testid="files">
        {files.map((file) => (
          <Line scope={scope} file={file} mayEdit={mayEdit} />
        ))}
      </ul>
      {files.length === 0 && <p class="hint">{t.none}</p>}
      {mayEdit && <AttachForm scope={scope} about={about} once={once} />}
    </Panel>
  )
}

type LineProps = { scope: Scope; file: Attachment; mayEdit: boolean }

const Line = ({ scope, file, mayEdit }: LineProps) => {
  const { locale, company } = scope
  const t = attachmentText(locale)
  const { id, fileName, bytes, addedBy, addedAt } = file
  const when = formatAgo(locale, company.timeZone, addedAt, scope.now())
  return (
    <li>
      <a href={`/files/${id}`} download>
        <Icon name="paperclip" />
        <span>{fileName}</span>
      </a>
      <small>{[printSize(locale, bytes), addedBy, when].filter(Boolean).join(' · ')}</small>
      {mayEdit && (
        <Confirm
          t={viewText(locale).confirm}
          id={`drop-${id}`}
          trigger={{ label: t.remove(fileName), icon: 'trash', kind: 'quiet', small: true }}
          title={t.removeTitle}
          text={t.removeText(fileName)}
          action={`/files/${id}/remove`}
          submit={t.remove(fileName)}
          danger
        />
      )}
    </li>
  )
}

type FormProps = { scope: Scope; about: Reference; once: string; error?: string }

export const AttachForm = ({ scope, about, once, error }: FormProps) => {
  const { form } = viewText(scope.locale)
  const t = attachmentText(scope.locale)
  return (
    <Form
      t={form}
      id="attach"
      action="/files"
      files
      once={once}
      hidden={{ object: about.object, record: about.recordId }}
      errors={error ? { file: error } : undefined}
      submit={t.add}
      testId="attach-form"
    >
      <Field
        t={form}
        form="attach"
        kind="file"
        name="file"
        label={t.file}
        hint={t.hint(printSize(scope.locale, largestFile))}
        error={error}
      />
    </Form>
  )
}

/** The form on a page of its own, with what was wrong. */
export const AttachPage = (props: FormProps & { subject: Subject }) => (
  <>
    <PageHead
      t={viewText(props.scope.locale).page}
      title={attachmentText(props.scope.locale).title}
      trail={[{ href: props.subject.href, label: props.subject.name }]}
    />
    <PageBody>
      <AttachForm {...props} />
    </PageBody>
  </>
)
