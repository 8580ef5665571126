import { readMembers } from '../../../core/access/members.ts'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Scope } from '../../../core/scope.ts'
import { elements } from '../../../flags/adkar/formula.ts'
import { kind, questionsVersion } from '../../../flags/adkar/reading.ts'
import { answerRun, readInvitation } from '../../../flags/surveys/answering.ts'
import { closeRun, openRun } from '../../../flags/surveys/runs.ts'

/** Asks everybody of a firm how they stand to the change; all of them say the same. */
export async function standToTheChange(scope: Scope, answer = 5): Promise<void> {
  const closesOn = shiftDay(today(scope), 1)
  await openRun(scope, { kind, form: 'full', closesOn, questionsVersion })
  const answers = Object.fromEntries(elements.map((element) => [element, answer]))
  let run = ''
  for (const { id } of await readMembers(scope)) {
    const theirs = { ...scope, user: { ...scope.user, id } }
    run = (await readInvitation(theirs, kind))?.runId ?? ''
    await answerRun(theirs, run, answers, '')
  }
  await closeRun(scope, run)
}
