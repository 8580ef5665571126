import type { Child } from 'hono/jsx'
import { LinkButton } from '../../../views/button.tsx'
import { Confirm } from '../../../views/confirm.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { Record, RecordSteps } from '../../../views/record.tsx'
import type { Raw } from '../../http/form.ts'
import type { Beside } from '../../lists/beside.ts'
import type { Scope } from '../../scope.ts'
import type { RecordKind } from '../kind.ts'
import { recordText } from '../messages.ts'
import type { ToldTimeline } from '../told.ts'
import { ArchivedBanner, NoteForm } from './record-parts.tsx'
import { RecordTimeline } from './record-timeline.tsx'

type Shown = {
  id: string
  values: { name: string }
  archivedAt: Date | null
  mayEdit: boolean
  mayAssign: boolean
}

export type RecordPageProps = {
  scope: Scope
  kind: RecordKind
  record: Shown
  summary: Child
  panels: Child
  timeline: ToldTimeline
  /** What must be known of it before anything else, across the page. */
  standing?: Child
  /** What stands above the timeline before anything else, such as the next step. */
  next?: Child
  /** Where one writes what is more than a note. */
  writing?: Child
  /** What people wrote to each other; a record that has it keeps its notes there. */
  said?: Child
  /** Buttons before those that every record has. */
  deeds?: Child
  /** The list as the reader left it. */
  listHref: string
  /** The records beside this one in that list. */
  beside: Beside | undefined
  once: string
  /** A note that could not be kept yet. */
  note?: { raw: Raw; errors: FieldErrors }
}

/** The frame of every record's page: heading, actions, notes and timeline between fields and panels. */
export const RecordPage = (props: RecordPageProps) => {
  const { scope, kind, record } = props
  const view = viewText(scope.locale)
  const t = recordText(scope.locale).pages
  const href = `${kind.href}/${record.id}`
  return (
    <>
      <PageHead
        t={view.page}
        title={record.values.name}
        note={record.archivedAt && <Pill text={t.archived} />}
        trail={[{ href: props.listHref, label: kind.text(scope.locale).title }]}
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
      {props.standing}
      <Record
        summary={props.summary}
        panels={props.panels}
        main={
          <>
            {props.next}
            {record.mayEdit && <Writing {...props} />}
            {props.said}
            <RecordTimeline scope={scope} href={href} timeline={props.timeline} />
          </>
        }
      />
    </>
  )
}

/** Where one writes: what the module asks for first, a note for all that is none. */
const Writing = ({ scope, kind, record, writing, said, once, note }: RecordPageProps) => {
  const t = recordText(scope.locale).pages
  return (
    <>
      {writing}
      {!said && (
        <details class="write-note" open={note !== undefined}>
          <summary>{writing ? t.noteOpen : t.noteLabel}</summary>
          <NoteForm
            scope={scope}
            href={`${kind.href}/${record.id}`}
            once={once}
            text={note?.raw.body}
            errors={note?.errors}
          />
        </details>
      )}
    </>
  )
}

const Actions = ({ scope, kind, record, deeds }: RecordPageProps) => {
  const t = recordText(scope.locale).pages
  const words = kind.text(scope.locale)
  const href = `${kind.href}/${record.id}`
  return (
    <>
      {deeds}
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
