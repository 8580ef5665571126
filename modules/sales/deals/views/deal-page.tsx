import type { Child } from 'hono/jsx'
import type { Colleague } from '../../../../core/access/directory.ts'
import type { Attachment } from '../../../../core/attachments/attachments.ts'
import { Attachments } from '../../../../core/attachments/views/attachments.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { onceKey } from '../../../../core/http/once.ts'
import type { Beside } from '../../../../core/lists/beside.ts'
import type { Collaborator } from '../../../../core/records/collaborators.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { Collaborators } from '../../../../core/records/views/collaborators.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import type { FieldErrors } from '../../../../views/form.tsx'
import { FollowedRecord, type readSides } from '../../../contacts/public.ts'
import type { Pipeline } from '../../pipelines/stages.ts'
import type { DealRecord } from '../deal-record.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'
import { StageSteps } from './stage-steps.tsx'
import { Summary } from './summary.tsx'

type Props = {
  scope: Scope
  deal: DealRecord
  /** The pipeline it is in. */
  pipeline: Pipeline | undefined
  timeline: ToldTimeline
  next: Awaited<ReturnType<typeof readSides>>['next']
  collaborators: readonly Collaborator[]
  files: readonly Attachment[]
  colleagues: readonly Colleague[]
  panels: Child
  listHref: string
  beside: Beside | undefined
  once: string
  note?: { raw: Raw; errors: FieldErrors }
}

/** The page of one deal. */
export const DealPage = ({ scope, deal, pipeline, panels, ...page }: Props) => {
  const href = `${dealKind.href}/${deal.id}`
  return (
    <FollowedRecord
      {...page}
      scope={scope}
      kind={dealKind}
      record={deal}
      deeds={
        deal.mayEdit && (
          <LinkButton href={`${href}/move`} icon="arrows-exchange" tour="move-deal">
            {dealsText(scope.locale).move}
          </LinkButton>
        )
      }
      summary={
        <>
          {pipeline && <StageSteps scope={scope} deal={deal} pipeline={pipeline} />}
          <Summary scope={scope} deal={deal} />
        </>
      }
      panels={
        <>
          {panels}
          <Collaborators
            scope={scope}
            href={href}
            collaborators={page.collaborators}
            colleagues={page.colleagues}
            mayShare={deal.mayAssign}
          />
          <Attachments
            scope={scope}
            about={{ object: dealKind.object, recordId: deal.id }}
            files={page.files}
            mayEdit={deal.mayEdit}
            once={onceKey()}
          />
        </>
      }
    />
  )
}
