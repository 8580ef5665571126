import type { Task } from 'graphile-worker'
import { asOperator } from '../access/operator.ts'
import { queueJob } from '../jobs.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import { takeOn } from './running.ts'
import { bulkJob, endRun, findRun } from './runs.ts'

/** With growing pauses; what still fails then fails for good. */
const mostAttempts = 5

/** Takes queued work on many records on; the rest goes back to the queue when the process stops. */
export const doBulk =
  (product: Product): Task =>
  async (payload, { job, abortSignal }) => {
    const { company, run: id } = payload as { company: string; run: string }
    const requestId = `job-${job.id}`
    const operate = <T>(work: (scope: Scope) => Promise<T>) =>
      asOperator(product, company, requestId, work)
    const run = await operate((scope) => findRun(scope, id))
    try {
      const ended = await takeOn(product, company, run, requestId, abortSignal)
      if (!ended) await operate(({ db }) => queueJob(db, bulkJob, { run: id }))
    } catch (error) {
      if (job.attempts < mostAttempts) throw error
      product.log.error({ error: String(error), run: id }, 'work on many records failed for good')
      await operate((scope) => endRun(scope, id, 'failed', 'broken'))
    }
  }
