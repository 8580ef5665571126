import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { viewText } from '../../../../views/messages.ts'
import { Progress } from '../../../../views/progress.tsx'
import { duplicatesText } from '../messages.ts'
import type { Run } from '../runs.ts'

/** How far long work has come; when it ends, the page it stands on is loaded anew. */
export const RunProgress = ({ scope, run }: { scope: Scope; run: Run }) => {
  const t = duplicatesText(scope.locale)
  const count = (value: number) => formatNumber(scope.locale, value)
  return (
    <Progress
      t={viewText(scope.locale).progress}
      label={run.task === 'find' ? t.queue.looking : t.many.merging}
      share={run.done / run.total}
      note={
        run.task === 'find'
          ? t.queue.steps(count(Math.min(run.done + 1, run.total)), count(run.total))
          : t.many.pairs(count(run.done), count(run.total))
      }
      pollHref={`/contacts/duplicates/progress?task=${run.task}`}
    />
  )
}
