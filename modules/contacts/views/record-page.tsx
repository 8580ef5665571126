import type { Child } from 'hono/jsx'
import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Confirm } from '../../../views/confirm.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { Record } from '../../../views/record.tsx'
import { Timeline, type TimelineItem } from '../../../views/timeline.tsx'
import type { RecordKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { ArchivedBanner, NoteForm } from './record-parts.tsx'

type Shown = {
  id: string
  values: { name: string }
  archivedAt: Date | null
  mayEdit: boolean
  mayAssign: boolean
}

type Props = {
  scope: Scope
  kind: RecordKind
  record: Shown
  summary: Child
  panels: Child
  timeline: readonly TimelineItem[]
  /** The list as the reader left it. */
  listHref: string
  once: string
  /** A note that could not be kept yet. */
  note?: { raw: Raw; errors: FieldErrors }
}

/** The frame of both record pages: heading, actions, notes and timeline between fields and panels. */
export const RecordPage = (props: Props) => {
  const { scope, kind, record, note } = props
  const view = viewText(scope.locale)
  const t = contactsText(scope.locale)
  const href = `${kind.href}/${record.id}`
  return (
    <>
      <PageHead
        t={view.page}
        title={record.values.name}
        note={record.archivedAt && <Pill text={t.archived} />}
        trail={[{ href: props.listHref, label: t[kind.list].title }]}
        actions={!record.archivedAt && <Actions {...props} />}
      />
      {record.archivedAt && (
        <ArchivedBanner
          scope={scope}
          href={href}
          archivedAt={record.archivedAt}
          mayEdit={record.mayEdit}
        />
      )}
      <Record
        summary={props.summary}
        panels={props.panels}
        main={
          <>
            {record.mayEdit && (
              <NoteForm
                scope={scope}
                href={href}
                once={props.once}
                text={note?.raw.body}
                errors={note?.errors}
              />
            )}
            <Timeline t={view.timeline} groups={[{ items: props.timeline }]} />
          </>
        }
      />
    </>
  )
}

const Actions = ({ scope, kind, record }: Props) => {
  const t = contactsText(scope.locale)
  const words = t[kind.list]
  const href = `${kind.href}/${record.id}`
  return (
    <>
      {record.mayAssign && (
        <LinkButton href={`${href}/assign`} icon="user-share">
          {t.assign}
        </LinkButton>
      )}
      {record.mayEdit && (
        <>
          <Confirm
            t={viewText(scope.locale).confirm}
            id="archive"
            trigger={{ label: t.archive, icon: 'archive' }}
            title={words.archiveTitle(record.values.name)}
            text={words.archiveText}
            action={`${href}/archive`}
            submit={t.archive}
          />
          <LinkButton kind="primary" href={`${href}/edit`} icon="pencil" tour={`edit-${kind.list}`}>
            {t.edit}
          </LinkButton>
        </>
      )}
    </>
  )
}
