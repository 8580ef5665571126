import type { Child } from 'hono/jsx'
import type { Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { ToldTimeline } from '../../../core/records/told.ts'
import { RecordTimeline } from '../../../core/records/views/record-timeline.tsx'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Confirm } from '../../../views/confirm.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { Record, RecordSteps } from '../../../views/record.tsx'
import { activityText } from '../activities/messages.ts'
import { FollowUpForm } from '../activities/views/follow-up-form.tsx'
import type { RecordKind } from '../kinds.ts'
import type { Beside } from '../lists/beside.ts'
import { contactsText } from '../messages.ts'
import type { TaskRow } from '../tasks/reading.ts'
import { NextSteps } from '../tasks/views/next-steps.tsx'
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
  timeline: ToldTimeline
  next: readonly TaskRow[]
  /** The list as the reader left it. */
  listHref: string
  /** The records beside this one in that list. */
  beside: Beside | undefined
  once: string
  /** A note that could not be kept yet. */
  note?: { raw: Raw; errors: FieldErrors }
}

/** The frame of both record pages: heading, actions, notes and timeline between fields and panels. */
export const RecordPage = (props: Props) => {
  const { scope, kind, record } = props
  const about = { object: kind.object, recordId: record.id }
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
        actions={
          <>
            {props.beside && <RecordSteps t={view.record} {...props.beside} />}
            {!record.archivedAt && <Actions {...props} />}
          </>
        }
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
            <NextSteps
              scope={scope}
              about={about}
              tasks={props.next}
              href={href}
              mayEdit={record.mayEdit}
            />
            {record.mayEdit && <Writing {...props} />}
            <RecordTimeline scope={scope} href={href} timeline={props.timeline} />
          </>
        }
      />
    </>
  )
}

/** Where one writes: a follow-up first, a note for all that is none. */
const Writing = ({ scope, kind, record, once, note }: Props) => (
  <>
    <FollowUpForm
      scope={scope}
      about={{ object: kind.object, recordId: record.id }}
      once={onceKey()}
    />
    <details class="write-note" open={note !== undefined}>
      <summary>{activityText(scope.locale).note}</summary>
      <NoteForm
        scope={scope}
        href={`${kind.href}/${record.id}`}
        once={once}
        text={note?.raw.body}
        errors={note?.errors}
      />
    </details>
  </>
)

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
