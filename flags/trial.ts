import { compile, type Flagged } from './compile.ts'
import { Engine } from './engine.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Decides by rows that were just read, or that are only proposed, with the engine that decides at
 * run time: for pages that explain, and for previews.
 * @throws what makes a flag impossible to evaluate
 */
export function withEngine<T>(
  snapshot: Snapshot,
  modules: readonly Flagged[],
  work: (engine: Engine) => T,
): T {
  const engine = new Engine((error) => {
    throw error
  })
  try {
    engine.replace(compile(snapshot, modules))
    return work(engine)
  } finally {
    engine.close()
  }
}
