import { parentPort, workerData } from 'node:worker_threads'
import { modules } from '../../../modules/index.ts'
import { openActing } from '../../acting.ts'
import type { Errand } from './in-thread.ts'
import { doFileWork } from './work.ts'

// Runs in a thread of its own; see in-thread.ts.
const { work, connection } = workerData as Errand
const stopping = new AbortController()
parentPort?.once('message', () => stopping.abort())
const { product, close } = await openActing(connection, modules)
try {
  await doFileWork(product, work, stopping.signal)
} finally {
  await close()
  parentPort?.close()
}
