import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { post } from './office.ts'

/** People who save one record after the other and remember what the product said was saved. */
export type Savers = {
  /** where they send to from now on, after a restart */
  moveTo: (url: string) => void
  /** the names whose saving was confirmed */
  confirmed: () => readonly string[]
  /** how often there was each answer: a status, `cut` for a broken connection, `late` for none */
  answers: () => ReadonlyMap<string, number>
  /** lets everybody finish what they are at */
  finish: () => Promise<void>
}

/**
 * Lets people save without a pause. Whoever is cut off, or asked for patience, sends the same form
 * again, as a browser's reload does.
 */
export function letThemSave(url: string, cookie: string, people: number): Savers {
  let place = url
  let done = false
  const confirmed: string[] = []
  const answers = new Map<string, number>()

  async function send(form: Record<string, string>): Promise<string> {
    try {
      const answer = await post(place, '/contacts/accounts', cookie, form)
      await answer.arrayBuffer()
      return String(answer.status)
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'late' : 'cut'
    }
  }
  async function save(name: string): Promise<void> {
    const form = { name, _once: randomUUID() }
    for (;;) {
      const answer = await send(form)
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
      if (answer === '303') confirmed.push(name)
      if (answer !== 'cut' && answer !== '503') return
      await wait(50)
    }
  }
  const all = Array.from({ length: people }, async (_, person) => {
    for (let at = 1; !done; at++) await save(`Person ${person} saves ${at}`)
  })
  return {
    moveTo: (next) => {
      place = next
    },
    confirmed: () => confirmed,
    answers: () => answers,
    finish: async () => {
      done = true
      await Promise.all(all)
    },
  }
}
