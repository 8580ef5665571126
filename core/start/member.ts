import type { Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Connections } from '../db/connection.ts'
import type { Env } from '../env.ts'
import { explain } from './explain.ts'
import { StartFailure } from './failure.ts'
import { openServing, patience, type Serving } from './serving.ts'

type Verb = 'serve' | 'pause' | 'setupLink' | 'close'
type Order = { number: number; verb: Verb; connections?: Connections }
/** The answer to an order; number 0 is the first word of a process, its address. */
type Report = { number: number; answer?: string; failure?: string }

/** One serving process as its leader sees it. */
export type Member = {
  url: string
  /** has it do something; throws what it failed with */
  ask(verb: Verb, connections?: Connections): Promise<string | undefined>
  /** has it finish its requests and end; it is killed when it does not */
  dismiss(): Promise<void>
  gone: Promise<unknown>
}

/** Waits until a new process listens. */
export async function hireMember(worker: Worker): Promise<Member> {
  const gone = once(worker, 'exit').then(() => ({ failure: 'A serving process ended.' }))
  let last = 0
  const answerTo = async (number: number): Promise<string | undefined> => {
    const heard = new Promise<Report>((resolve) => {
      worker.on('message', function listen(report: Report) {
        if (report.number !== number) return
        worker.off('message', listen)
        resolve(report)
      })
    })
    const { answer, failure } = (await Promise.race([heard, gone])) as Report
    if (failure) throw new StartFailure(failure)
    return answer
  }
  const ask = (verb: Verb, connections?: Connections) => {
    last += 1
    const answer = answerTo(last)
    // Without a listener a message to a process that just died would take this one with it.
    worker.send({ number: last, verb, connections } satisfies Order, () => {})
    return answer
  }
  return {
    url: (await answerTo(0)) ?? '',
    ask,
    gone,
    async dismiss() {
      const late = wait(patience + 5_000, undefined, { ref: false })
      await Promise.race([ask('close').catch(() => {}), late])
      worker.process.kill('SIGKILL')
      await gone
    },
  }
}

/** What a serving process does: as it is told by its leader, whose death ends it. */
export async function serveInTeam(env: Env): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {})
  const report = (message: Report) => process.send?.(message)
  let serving: Serving
  try {
    serving = await openServing(env)
  } catch (error) {
    report({ number: 0, failure: explain(error) })
    process.disconnect()
    return
  }
  process.on('message', async ({ number, verb, connections }: Order) => {
    try {
      const answer = await serving[verb](connections as Connections)
      report({ number, answer: answer ?? undefined })
    } catch (error) {
      report({ number, failure: explain(error) })
    }
  })
  report({ number: 0, answer: serving.url })
}
