import type { Child } from 'hono/jsx'
import type { Colleague } from '../../../core/access/directory.ts'
import type { Attachment } from '../../../core/attachments/attachments.ts'
import { Attachments } from '../../../core/attachments/views/attachments.tsx'
import type { Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Beside } from '../../../core/lists/beside.ts'
import type { Collaborator } from '../../../core/records/collaborators.ts'
import type { ToldTimeline } from '../../../core/records/told.ts'
import { Collaborators } from '../../../core/records/views/collaborators.tsx'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import type { AccountRecord } from '../accounts/account-record.ts'
import type { ImportantDate } from '../dates/dates.ts'
import { DatesPanel } from '../dates/views/panel.tsx'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import type { Relation } from '../relations/reading.ts'
import { RelationsPanel } from '../relations/views/panel.tsx'
import type { TaskRow } from '../tasks/reading.ts'
import { Related } from './account-related.tsx'
import { Summary } from './account-summary.tsx'
import { FollowedRecord } from './followed-record.tsx'

type Props = {
  scope: Scope
  account: AccountRecord
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
  note?: { raw: Raw; errors: FieldErrors }
}

/** The page of one account. */
export const AccountPage = ({ scope, account, panels, ...page }: Props) => (
  <FollowedRecord
    {...page}
    scope={scope}
    kind={accountKind}
    record={account}
    summary={<Summary scope={scope} account={account} />}
    panels={
      <>
        <Related scope={scope} account={account} />
        {(account.parent || account.children.count > 0) && (
          <p>
            <LinkButton href={`${accountKind.href}/${account.id}/hierarchy`} icon="sitemap" small>
              {contactsText(scope.locale).accounts.groupLink}
            </LinkButton>
          </p>
        )}
        <Collaborators
          scope={scope}
          href={`${accountKind.href}/${account.id}`}
          collaborators={page.collaborators}
          colleagues={page.colleagues}
          mayShare={account.mayAssign}
        />
        <RelationsPanel
          scope={scope}
          href={`${accountKind.href}/${account.id}`}
          relations={page.relations}
          mayEdit={account.mayEdit}
        />
        <DatesPanel
          scope={scope}
          href={`${accountKind.href}/${account.id}`}
          dates={page.dates}
          mayEdit={account.mayEdit}
        />
        <Attachments
          scope={scope}
          about={{ object: accountKind.object, recordId: account.id }}
          files={page.files}
          mayEdit={account.mayEdit}
          once={onceKey()}
        />
        {panels}
      </>
    }
  />
)
