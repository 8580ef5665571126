import type { Child } from 'hono/jsx'
import type { Colleague } from '../../../core/access/directory.ts'
import type { Attachment } from '../../../core/attachments/attachments.ts'
import { Attachments } from '../../../core/attachments/views/attachments.tsx'
import { fieldDetails } from '../../../core/fields/views/details.ts'
import type { Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Beside } from '../../../core/lists/beside.ts'
import type { Collaborator } from '../../../core/records/collaborators.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { recordText } from '../../../core/records/messages.ts'
import type { ToldTimeline } from '../../../core/records/told.ts'
import { Collaborators } from '../../../core/records/views/collaborators.tsx'
import { QuickActions } from '../../../core/records/views/quick-actions.tsx'
import { Tags } from '../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { person as face } from '../../../views/avatar.tsx'
import { type Detail, Details } from '../../../views/details.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { RecordHead } from '../../../views/record.tsx'
import type { ImportantDate } from '../dates/dates.ts'
import { DatesPanel } from '../dates/views/panel.tsx'
import { personKind } from '../kinds.ts'
import type { PersonRecord } from '../people/person-record.ts'
import type { Relation } from '../relations/reading.ts'
import { RelationsPanel } from '../relations/views/panel.tsx'
import type { TaskRow } from '../tasks/reading.ts'
import { FollowedRecord } from './followed-record.tsx'
import { PersonAccounts } from './person-accounts.tsx'
import { retentionText } from './retention.ts'

type Posted = { raw: Raw; errors: FieldErrors }

type Props = {
  scope: Scope
  person: PersonRecord
  timeline: ToldTimeline
  next: readonly TaskRow[]
  collaborators: readonly Collaborator[]
  files: readonly Attachment[]
  relations: readonly Relation[]
  dates: readonly ImportantDate[]
  colleagues: readonly Colleague[]
  panels: Child
  listHref: string
  beside: Beside | undefined
  once: string
  note?: Posted
  link?: Posted
}

/** The page of one contact. */
export const PersonPage = ({ scope, person, panels, link, ...page }: Props) => (
  <FollowedRecord
    {...page}
    scope={scope}
    kind={personKind}
    record={person}
    summary={<Summary scope={scope} person={person} />}
    panels={
      <>
        <PersonAccounts scope={scope} person={person} link={link} />
        <Collaborators
          scope={scope}
          href={`${personKind.href}/${person.id}`}
          collaborators={page.collaborators}
          colleagues={page.colleagues}
          mayShare={person.mayAssign}
        />
        <RelationsPanel
          scope={scope}
          href={`${personKind.href}/${person.id}`}
          relations={page.relations}
          mayEdit={person.mayEdit}
        />
        <DatesPanel
          scope={scope}
          href={`${personKind.href}/${person.id}`}
          dates={page.dates}
          mayEdit={person.mayEdit}
        />
        <Attachments
          scope={scope}
          about={{ object: personKind.object, recordId: person.id }}
          files={page.files}
          mayEdit={person.mayEdit}
          once={onceKey()}
        />
        {panels}
      </>
    }
  />
)

const Summary = ({ scope, person }: Pick<Props, 'scope' | 'person'>) => {
  const said = recordText(scope.locale).pages
  const [employer] = person.accounts
  const { mobile, phone, email } = person.values
  return (
    <>
      <RecordHead
        name={person.values.name}
        note={[person.values.title, employer?.name].filter(Boolean).join(' · ') || undefined}
        actions={
          (mobile?.e164 || phone?.e164 || email) && (
            <QuickActions scope={scope} phones={[mobile, phone]} email={email} />
          )
        }
      />
      <Tags
        scope={scope}
        href={`${personKind.href}/${person.id}`}
        tags={person.tags}
        mayEdit={person.mayEdit}
      />
      <h3>{said.details}</h3>
      <Details items={detailsOf(scope, person)} empty={viewText(scope.locale).record.empty} />
    </>
  )
}

function detailsOf(scope: Scope, { values, owner, department, createdAt }: PersonRecord): Detail[] {
  const said = recordText(scope.locale).pages
  const fields = fieldsOf(scope, personKind).filter(({ field }) => field !== 'name')
  return [
    { label: said.owner, value: owner ? face(owner.name) : said.nobody },
    { label: said.department, value: department?.name },
    ...fieldDetails(scope, fields, values).map((detail, at) =>
      fields[at]?.field === 'retainUntil' && values.retainUntil
        ? { ...detail, value: retentionText(scope, values.retainUntil, String(detail.value)) }
        : detail,
    ),
    {
      label: said.created,
      value: printDate(formatDay(scope.company.timeZone, createdAt), scope.locale),
    },
  ]
}
