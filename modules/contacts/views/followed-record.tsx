import type { Child } from 'hono/jsx'
import { onceKey } from '../../../core/http/once.ts'
import { RecordPage, type RecordPageProps } from '../../../core/records/views/record-page.tsx'
import { FollowUpForm } from '../activities/views/follow-up-form.tsx'
import type { TaskRow } from '../tasks/reading.ts'
import { NextSteps } from '../tasks/views/next-steps.tsx'

type Props = Omit<RecordPageProps, 'next' | 'writing'> & {
  next: readonly TaskRow[]
  /** Nothing need follow any more: a step is shown that was planned, and none is asked for. */
  isOver?: boolean
  /** Where one writes, instead of the form of a follow-up. */
  writing?: Child
}

/** The page of a record that is followed up: what comes next above, and where one notes what was. */
export const FollowedRecord = ({ next, isOver, writing, ...page }: Props) => {
  const { scope, kind, record } = page
  const about = { object: kind.object, recordId: record.id }
  const href = `${kind.href}/${record.id}`
  return (
    <RecordPage
      {...page}
      next={
        !(isOver && next.length === 0) && (
          <NextSteps {...{ scope, about, href }} tasks={next} mayEdit={record.mayEdit} />
        )
      }
      writing={writing ?? <FollowUpForm scope={scope} about={about} once={onceKey()} />}
    />
  )
}
