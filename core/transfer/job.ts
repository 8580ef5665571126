import type { Task } from 'graphile-worker'
import { asOperator } from '../access/operator.ts'
import { queueJob } from '../jobs.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import { endImport } from './course.ts'
import { findImport } from './imports.ts'
import { failReading } from './read-file.ts'

/** Over a minute and a half, with growing pauses; what still fails then fails for good. */
const mostAttempts = 5

/**
 * Takes a queued import on. When the process is about to stop it does so between two batches and
 * queues the rest for whoever comes next.
 */
export const importFile =
  (product: Product): Task =>
  async (payload, { job, abortSignal }) => {
    const { company, import: id } = payload as { company: string; import: string }
    const requestId = `job-${job.id}`
    const operate = <T>(work: (scope: Scope) => Promise<T>) =>
      asOperator(product, company, requestId, work)
    const { startedBy, state } = await operate((scope) => findImport(scope, id))
    if (state !== 'running') return
    try {
      const work = { company, person: startedBy, import: id, requestId }
      await product.doFileWork(product, { deed: 'import', ...work }, abortSignal)
      if (abortSignal?.aborted)
        await operate(async (scope) => {
          const { state } = await findImport(scope, id)
          if (state === 'running') await queueJob(scope.db, 'core.import', { import: id })
        })
    } catch (error) {
      if (job.attempts < mostAttempts) throw error
      product.log.error({ error: String(error), import: id }, 'an import failed for good')
      await operate((scope) => endImport(scope, id, 'failed', 'broken'))
    }
  }

/** Has a large file read that somebody brought, or reads differently now. */
export const readFile =
  (product: Product): Task =>
  async (payload, { job }) => {
    const { company, import: id } = payload as { company: string; import: string }
    const requestId = `job-${job.id}`
    const operate = <T>(work: (scope: Scope) => Promise<T>) =>
      asOperator(product, company, requestId, work)
    const { startedBy: person } = await operate((scope) => findImport(scope, id))
    try {
      await product.doFileWork(product, { deed: 'read', company, person, import: id, requestId })
    } catch (error) {
      if (job.attempts < mostAttempts) throw error
      product.log.error({ error: String(error), import: id }, 'a file could not be read')
      await operate((scope) => failReading(scope, id, 'broken'))
    }
  }
