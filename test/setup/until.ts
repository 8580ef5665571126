import { setTimeout as wait } from 'node:timers/promises'

/**
 * Asks again and again until there is an answer.
 * @throws when there is none in `seconds`
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = 10,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain: ${what}.`)
    await wait(10)
  }
}
