import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker'
import type { Product } from './product.ts'
import { stayPresent } from './queue-presence.ts'

type Running = Runner & {
  /** by which the jobs it has taken are known */
  name: string
  /** once its jobs have ended, nobody needs to know that it lives */
  leave: () => Promise<void>
}

/**
 * Runs the queue until it is told to stop. graphile-worker gives up when it cannot write down how a
 * job ended, and its jobs would stay taken for four hours; so when the database has gone away the
 * queue is begun anew as soon as it is back, and what was under way is done again.
 * @returns how to stop: running jobs finish first
 */
export async function keepQueueRunning(
  product: Pick<Product, 'queuePool' | 'log'>,
  options: RunnerOptions,
): Promise<() => Promise<void>> {
  const { queuePool, log } = product
  const ending = new AbortController()
  let runner = await begin(product, options)
  const again = async (last: string): Promise<Running | undefined> => {
    for (let pause = 100; !ending.signal.aborted; pause = Math.min(2_000, pause * 2)) {
      await wait(pause, undefined, { signal: ending.signal }).catch(() => {})
      try {
        await queuePool.query('select graphile_worker.force_unlock_workers($1)', [[last]])
        return await begin(product, options)
      } catch (error) {
        log.warn({ error: String(error) }, 'the queue waits for its database')
      }
    }
    return undefined
  }
  const watching = (async () => {
    for (;;) {
      const end = await runner.promise.catch(String)
      await runner.leave()
      if (ending.signal.aborted) return
      log.warn({ error: end }, 'the queue stopped and begins anew')
      const next = await again(runner.name)
      if (!next) return
      runner = next
    }
  })()
  return async () => {
    ending.abort()
    await runner.stop().catch(() => {})
    await watching
  }
}

async function begin(
  product: Pick<Product, 'queuePool' | 'log'>,
  options: RunnerOptions,
): Promise<Running> {
  const events = new EventEmitter() as WorkerEvents
  let name = ''
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id
  })
  const runner = await run({
    ...options,
    events,
    // Only then does it notice that it could not write down how a job ended, instead of dying of it.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  return Object.assign(runner, { name, leave: stayPresent(product, name) })
}
