import { setImmediate as othersTurn } from 'node:timers/promises'

/** How long a long walk may hold up everybody else in this process, in milliseconds. */
const turn = 10

/** Walks through many items, letting other work of the process have its turn in between. */
export async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item, void, undefined> {
  let since = performance.now()
  for (const item of items) {
    if (performance.now() - since > turn) {
      await othersTurn()
      since = performance.now()
    }
    yield item
  }
}
