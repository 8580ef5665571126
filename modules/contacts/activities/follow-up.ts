import { tellMentioned } from '../../../core/records/mentions.ts'
import type { Reference } from '../../../core/records/subjects.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { mentioned } from '../mentioned.ts'
import { fulfilNext, planTask } from '../tasks/tasks.ts'
import { logActivities } from './activities.ts'
import type { ActivityKind } from './kinds.ts'
import type { Place } from './place.ts'

export type FollowUp = { kind: ActivityKind; body: string; next: string | null; where: Place }

/**
 * Notes what was done and when the next step is, in one go. It does what one had planned as the
 * next follow-up of this record; the next day plans it anew. The caller has made sure that the
 * record may be changed.
 * @returns its id, the names of colleagues it calls who may not see the record and were not told, and the
 *   days of planned follow-ups that it did
 */
export async function followUp(
  scope: Scope,
  registry: Registry,
  about: Reference,
  { kind, body, next, where }: FollowUp,
): Promise<{ id: string; untold: string[]; done: string[] }> {
  const { id: ownerId, departmentId } = scope.user
  const { object, recordId } = about
  const happenedAt = scope.now()
  const what = { object, recordId, kind, body, happenedAt, ownerId, departmentId, where }
  const done = await fulfilNext(scope, about)
  const [id = ''] = await logActivities(scope, registry, [{ ...what, ...(next && { next }) }])
  if (next) await planTask(scope, registry, about, { title: '', dueOn: next, ownerId })
  const untold = await tellMentioned(scope, registry, { object, recordId }, mentioned, body)
  return { id, untold, done }
}
