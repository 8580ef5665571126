import { readPerson } from '../../../core/access/people.ts'
import { Refusal } from '../../../core/http/refusal.ts'
import { queueJob } from '../../../core/jobs.ts'
import { winnerOf } from '../../../core/merging/merges.ts'
import type { Job } from '../../../core/module.ts'
import { notify } from '../../../core/notify/notify.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { beginRun, endRun, holdRun, noteStep } from '../duplicates/runs.ts'
import { usualWinner } from './choosing.ts'
import { type List, mergeables } from './mergeable.ts'
import { mergeRecords } from './merging.ts'

const contactsId = 'contacts'
const name = `${contactsId}.merge-duplicates` as const

/** So many pairs make one transaction, and one step of the bar. */
const batch = 5

/** Two records to be merged, as the run keeps them: their pair is gone once one of them is. */
export type Two = { list: List; a: string; b: string }

const written = ({ list, a, b }: Two): string => `${list} ${a} ${b}`
const read = (text: string): Two => {
  const [list, a = '', b = ''] = text.split(' ')
  return { list: list as List, a, b }
}

/** Starts merging many pairs. @returns undefined when others are being merged */
export const startMerging = (scope: Scope, pairs: readonly Two[]): Promise<string | undefined> =>
  beginRun(scope, name, { task: 'merge', total: pairs.length, pairs: pairs.map(written) })

/**
 * Merges many pairs with the usual choices: the record that knows more stays, its gaps are filled.
 * It can do no more than who started it, by the rights they have now, and stops when they have the
 * module no longer.
 */
export const mergeJob: Job<'contacts'> = {
  name,
  run: async (scope, { run: id }, registry) => {
    const run = await holdRun(scope, String(id))
    if (!run) return
    const found =
      run.startedBy &&
      (await readPerson(scope.db, registry.permissions, scope.company.id, run.startedBy))
    const mayGoOn = found && scope.modules.of(found.person).state(contactsId) === 'write'
    if (!mayGoOn) return noteStep(scope, run.id, { end: 'failed' })
    const acting = { ...scope, user: found.person, actorId: found.person.id }
    const now = (run.pairs ?? []).slice(run.done, run.done + batch).map(read)
    let count = 0
    for (const two of now) if (await mergeTwo(acting, registry, two)) count++
    const last = run.done + now.length >= run.total
    const step = { done: now.length, count, skipped: now.length - count }
    await noteStep(scope, run.id, { ...step, end: last ? 'done' : undefined })
    if (!last) return queueJob(scope.db, name, { run: run.id })
    // It ran in their name while they looked elsewhere.
    const told = { count: run.count + count, skipped: run.skipped + step.skipped }
    await notify(scope, [found.person.id], 'contacts.merged-many', { recordId: run.id }, told)
  },
  letGo: endRun,
}

/** Merges two records, or what they have become meanwhile. @returns false when that cannot be */
async function mergeTwo(scope: Scope, registry: Registry, { list, a, b }: Two): Promise<boolean> {
  const { kind, read: readOne } = mergeables[list]
  const now = async (id: string) => (await winnerOf(scope, kind.object, id)) ?? id
  const [one, two] = [await now(a), await now(b)]
  if (one === two) return true
  try {
    const [first, second] = [await readOne(scope, one), await readOne(scope, two)]
    const winner = usualWinner(fieldsOf(scope, kind), first, second)
    const loser = winner === first ? second : first
    await mergeRecords(scope, registry, list, winner, loser, {})
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
