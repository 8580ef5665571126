import { addWorkingDays } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { tasks } from '../../contacts/public.ts'
import { saveComplaint } from '../complaints/complaints.ts'
import { saveDataRequest } from '../data-requests/data-requests.ts'
import { ratingText } from '../ratings/messages.ts'
import { usualRules } from '../ratings/rules.ts'
import { ratings } from '../ratings/schema.ts'
import { ticketKind } from '../tickets/kind.ts'
import type { Case } from './cases.ts'
import { pastWeekText } from './messages.ts'

type Made = {
  one: Case
  id: string
  number: string
  ownerId: string | null
  departmentId: string | null
  openedAt: Date
  solvedAt: Date | null
}

/** What stands beside the tickets of past weeks: what customers said, what was found out, what the law asks for. */
export async function seedBeside(scope: Scope, made: readonly Made[]): Promise<void> {
  await seedRatings(scope, made)
  const t = pastWeekText(scope.company.locale)
  for (const { id, one, openedAt } of made) {
    if (one.complaint)
      await saveComplaint(scope, id, 0, {
        ...{ ...one.complaint, rootCause: t.rootCause, prevention: t.prevention },
      })
    if (one.request)
      await saveDataRequest(scope, id, 0, {
        ...{ ...one.request, law: 'pipl', receivedOn: formatDay(scope.company.timeZone, openedAt) },
        ...{ extended: false, identity: t.identity, reason: '' },
      })
  }
}

/** Ratings of what was solved, and a call to whoever is not content, due on the next working day. */
async function seedRatings(scope: Scope, made: readonly Made[]): Promise<void> {
  const [t, words] = [ratingText(scope.company.locale), pastWeekText(scope.company.locale)]
  const dueOn = addWorkingDays(await readCalendar(scope), today(scope), 1)
  const comments: Partial<Record<Case['key'], string>> = words.comments
  const asked = made.flatMap(({ one: { key, score }, solvedAt, ...ticket }) => {
    const callId = score && score <= usualRules.callBackAt ? newId() : null
    return solvedAt ? { ...ticket, solvedAt, score, callId, comment: comments[key] ?? '' } : []
  })
  await insertMany(
    scope,
    tasks,
    asked.flatMap(({ callId: taskId, id: recordId, number, ownerId, departmentId, score }) => {
      const title = t.callBack(number, String(score))
      const about = { object: ticketKind.object, recordId, ownerId, departmentId, dueOn }
      return taskId ? { id: taskId, title, ...about } : []
    }),
  )
  await insertMany(
    scope,
    ratings,
    asked.map(({ id: ticketId, ownerId, departmentId, solvedAt, score, callId, comment }) => ({
      ...{ id: newId(), ticketId, ownerId, departmentId, askedAt: solvedAt, taskId: callId },
      ...{ score: score ?? null, ratedAt: score ? solvedAt : null },
      comment: comment && `${comment}${words.madeUp}`,
    })),
  )
}
