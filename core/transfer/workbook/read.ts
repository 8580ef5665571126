import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { dist } from '../../build/files.ts'
import { type FileProblem, FileRefused, fileProblem } from '../refusal.ts'

/** What the thread answers: the first sheet as a CSV text in UTF-8, or why not. */
export type Answer = { table: Uint8Array<ArrayBuffer> } | { problem: FileProblem }

/** Megabytes for the thread; a workbook of 100,000 rows takes half of it. */
const limits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 8 }

/** A workbook that is read for so long, in milliseconds, is not read to its end. */
const mostTime = 60_000

let before: Promise<unknown> = Promise.resolve()

/**
 * Reads the first sheet of a workbook, one workbook at a time, so that several large ones do not
 * fill the memory together.
 * @throws FileRefused
 */
export function readWorkbook(workbook: Uint8Array): Promise<Uint8Array> {
  const read = before.then(() => readInThread(workbook))
  before = read.catch(() => {})
  return read
}

async function readInThread(workbook: Uint8Array): Promise<Uint8Array> {
  const thread = new Worker(join(dist, 'workbook.mjs'), {
    workerData: workbook,
    resourceLimits: limits,
  })
  const late = setTimeout(() => thread.terminate(), mostTime)
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const tooLarge: Answer = { problem: fileProblem('workbookTooLarge') }
      thread.once('message', resolve)
      thread.once('exit', () => resolve(tooLarge))
      thread.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooLarge) : reject(error),
      )
    })
    if ('problem' in answer) throw new FileRefused(answer.problem)
    return answer.table
  } finally {
    clearTimeout(late)
    await thread.terminate()
  }
}
