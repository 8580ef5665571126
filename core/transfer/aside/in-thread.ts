import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { dist } from '../../build/files.ts'
import type { Connection } from '../../db/connection.ts'
import type { DoFileWork, FileWork } from './work.ts'

/** Megabytes for the thread: a file of the largest size takes two thirds of it. */
const limits = { maxOldGenerationSizeMb: 144, maxYoungGenerationSizeMb: 8 }

/** What the thread is given. */
export type Errand = { work: FileWork; connection: Connection }

/**
 * Does long work on a file in a thread of its own, with connections of its own: nobody waits for a page
 * while a hundred thousand rows are checked, and what grows too large ends the thread and not the
 * product.
 */
export const inThread =
  (connection: Connection): DoFileWork =>
  async (_, work, signal) => {
    const thread = new Worker(join(dist, 'file-work.mjs'), {
      workerData: { work, connection } satisfies Errand,
      resourceLimits: limits,
    })
    const stop = () => thread.postMessage('stop')
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    try {
      await new Promise<void>((resolve, reject) => {
        thread.once('error', reject)
        thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('It broke off.'))))
      })
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }
