import type { Task } from 'graphile-worker'
import { asOperator, companyIds } from '../access/operator.ts'
import { queueJob } from '../jobs.ts'
import type { Product } from '../product.ts'
import type { Scope } from '../scope.ts'
import { forgetOldSnapshots, measure } from './measuring.ts'

const name = 'core.measure-quality'

/** Measures soon, once however often it is asked for. */
export const measureSoon = (scope: Scope): Promise<void> =>
  queueJob(scope.db, name, {}, `${name} ${scope.company.id}`)

/** Measures every kind of record whose module is on for somebody: each night, and when asked. */
export const measureQuality =
  (product: Product): Task =>
  async (payload, { job }) => {
    const { company } = (payload ?? {}) as { company?: string }
    for (const one of company ? [company] : await companyIds(product.pool))
      for (const module of product.registry.modules)
        if (module.quality && (await product.isOnForAnybody(one, module.id)))
          for (const quality of module.quality)
            await asOperator(product, one, `job-${job.id}`, async (scope) => {
              await measure(scope, quality)
              await forgetOldSnapshots(scope)
            })
  }
