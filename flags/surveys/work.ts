import { addWorkingDays } from '../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { readProgramme } from '../plan/programme.ts'
import { currentOf, readStages } from '../plan/stage-rows.ts'
import { addCorrective } from '../plan/work-items.ts'
import { surveysText } from './messages.ts'

/**
 * Makes work of what a survey said, in the stage under way: for whoever leads the rollout, within
 * two weeks; what is in the plan already stays as it is.
 * @param codes of which the work's words follow
 * @returns what to tell whoever asked for it
 */
export async function makeWork(
  scope: Scope,
  codes: readonly string[],
): Promise<{ kind: 'success' | 'danger'; text: string }> {
  const t = surveysText(scope.locale)
  const programme = await readProgramme(scope)
  const stage = programme && currentOf(await readStages(scope))
  if (!programme || !stage) return { kind: 'danger', text: t.needPlan }
  if (codes.length === 0) return { kind: 'danger', text: t.chooseSome }
  const dueOn = addWorkingDays(await readCalendar(scope), today(scope), 10)
  const added = await addCorrective(
    scope,
    codes.map((code) => ({ stage: stage.code, code, ownerId: programme.leadId, dueOn })),
  )
  const text = added.length > 0 ? t.madeWork(String(added.length)) : t.madeNone
  return { kind: 'success', text }
}
