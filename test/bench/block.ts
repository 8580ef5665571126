import { percentile } from './statistics.ts'
import { type Visitor, visit } from './visitor.ts'

/**
 * One thing a person does, from click to page. It throws unless the answer is what was asked for.
 * @param at counts up, so that each time can ask for something else
 * @returns the milliseconds that count
 */
export type Act = (visitor: Visitor, at: number) => Promise<number>

/** Who does what where; the cookie is empty where nobody signs in. */
export type Side = { url: string; cookie: string; act: Act }

/** Milliseconds. */
export type Latency = { p50: number; p99: number }

/** One person does it `times` times, one after the other. */
export async function oneUser({ url, cookie, act }: Side, times: number): Promise<number[]> {
  const visitor = visit(url, cookie)
  const all: number[] = []
  for (let at = 0; at < times; at++) all.push(await act(visitor, at))
  visitor.leave()
  return all
}

export const latencyOf = (all: readonly number[]): Latency => ({
  p50: percentile(all, 0.5),
  p99: percentile(all, 0.99),
})

/**
 * Several people do it at once, each as soon as the last answer is there.
 * @returns how often per second
 */
export async function manyUsers(
  { url, cookie, act }: Side,
  users: number,
  ms: number,
): Promise<number> {
  const start = performance.now()
  let done = 0
  const work = async (user: number) => {
    const visitor = visit(url, cookie)
    for (let at = user; performance.now() - start < ms; at += users) {
      await act(visitor, at)
      done++
    }
    visitor.leave()
  }
  await Promise.all(Array.from({ length: users }, (_, user) => work(user)))
  return (done / (performance.now() - start)) * 1000
}
