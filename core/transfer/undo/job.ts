import type { Task } from 'graphile-worker'
import { asOperator } from '../../access/operator.ts'
import type { Product } from '../../product.ts'
import { findImport } from '../imports.ts'
import { letGo } from './undo.ts'

/** Over a minute and a half, with growing pauses; the rest of what still fails waits to be asked for again. */
const mostAttempts = 5

/** Takes a queued undo on, in the name of whoever asked for it. */
export const undoImport =
  (product: Product): Task =>
  async (payload, { job }) => {
    const { company, import: id } = payload as { company: string; import: string }
    const requestId = `job-${job.id}`
    const { undoBy } = await asOperator(product, company, requestId, (scope) =>
      findImport(scope, id),
    )
    if (!undoBy) return
    try {
      const work = { company, person: undoBy, import: id, requestId }
      await product.doFileWork(product, { deed: 'undo', ...work })
    } catch (error) {
      if (job.attempts < mostAttempts) throw error
      product.log.error({ error: String(error), import: id }, 'an undo failed for good')
      await asOperator(product, company, requestId, (scope) => letGo(scope, id))
    }
  }
