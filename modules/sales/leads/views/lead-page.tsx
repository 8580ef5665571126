import type { Child } from 'hono/jsx'
import type { Colleague } from '../../../../core/access/directory.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { Beside } from '../../../../core/lists/beside.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { Collaborators } from '../../../../core/records/views/collaborators.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import type { FieldErrors } from '../../../../views/form.tsx'
import { FollowedRecord, type readSides } from '../../../contacts/public.ts'
import { leadKind } from '../kind.ts'
import type { LeadRecord } from '../lead-record.ts'
import { leadsText } from '../messages.ts'
import { LeadSummary } from './summary.tsx'

type Props = {
  scope: Scope
  lead: LeadRecord
  timeline: ToldTimeline
  sides: Awaited<ReturnType<typeof readSides>>
  colleagues: readonly Colleague[]
  panels: Child
  listHref: string
  beside: Beside | undefined
  once: string
  note?: { raw: Raw; errors: FieldErrors }
}

/** The page of one lead. */
export const LeadPage = ({ scope, lead, sides, panels, ...page }: Props) => {
  const href = `${leadKind.href}/${lead.id}`
  return (
    <FollowedRecord
      {...page}
      scope={scope}
      kind={leadKind}
      record={lead}
      next={sides.next}
      deeds={
        lead.mayEdit &&
        !lead.convertedAt && (
          <LinkButton href={`${href}/convert`} icon="switch-horizontal" tour="convert-lead">
            {leadsText(scope.locale).convert}
          </LinkButton>
        )
      }
      summary={<LeadSummary scope={scope} lead={lead} />}
      panels={
        <>
          <Collaborators
            scope={scope}
            href={href}
            collaborators={sides.collaborators}
            colleagues={page.colleagues}
            mayShare={lead.mayAssign}
          />
          <Attachments
            scope={scope}
            about={{ object: leadKind.object, recordId: lead.id }}
            files={sides.files}
            mayEdit={lead.mayEdit}
            once={onceKey()}
          />
          {panels}
        </>
      }
    />
  )
}
