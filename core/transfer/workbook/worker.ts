import { parentPort, workerData } from 'node:worker_threads'
import { FileRefused } from '../refusal.ts'
import type { Answer } from './read.ts'
import { tableOf } from './table.ts'

// Runs in a thread of its own: unpacking and parsing would hold up everybody else for seconds, and
// what grows too large ends this thread and not the product.
const answered = await answer(workerData)
parentPort?.postMessage(answered, 'table' in answered ? [answered.table.buffer] : [])

async function answer(workbook: Uint8Array): Promise<Answer> {
  try {
    return { table: await tableOf(workbook) }
  } catch (error) {
    if (error instanceof FileRefused) return { problem: error.problem }
    return { problem: { code: 'workbookBroken', values: [] } }
  }
}
