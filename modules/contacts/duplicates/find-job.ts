import { queueJob } from '../../../core/jobs.ts'
import type { Job } from '../../../core/module.ts'
import { measureSoon } from '../../../core/quality/job.ts'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, personKind } from '../kinds.ts'
import { fillKeys } from './filling-keys.ts'
import { findPairs, forgetPairs } from './finding-pairs.ts'
import { beginRun, endRun, holdRun, noteStep } from './runs.ts'

const name = 'contacts.find-duplicates'

const steps = ['keys', 'accounts', 'people', 'sweep'] as const

/** Starts a search of everything. @returns undefined when one is under way */
export const startFinding = (scope: Scope): Promise<string | undefined> =>
  beginRun(scope, name, { task: 'find', total: steps.length })

/**
 * The search for duplicates: each night, and when somebody asks. Every step is a transaction of its
 * own that queues the next one, so that people see how far it is and a crash costs one step.
 */
export const findJob: Job<'contacts'> = {
  name,
  cron: '40 18 * * *',
  run: async (scope, { run: id }) => {
    if (typeof id !== 'string') {
      await startFinding(scope)
      return
    }
    const run = await holdRun(scope, id)
    if (!run) return
    const step = steps[run.done]
    const last = run.done === steps.length - 1
    const more = step === 'keys' && (await fillKeys(scope)).more
    const kind = { accounts: accountKind, people: personKind }[step as 'accounts' | 'people']
    const count = kind ? await findPairs(scope, kind, id) : 0
    if (step === 'sweep') await forgetPairs(scope, id)
    await noteStep(scope, id, { done: more ? 0 : 1, count, end: last ? 'done' : undefined })
    // How many records are one too many is known now, and a part of how good the data are.
    if (last) await measureSoon(scope)
    else await queueJob(scope.db, name, { run: id })
  },
  letGo: endRun,
}
