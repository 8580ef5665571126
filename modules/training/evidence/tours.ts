import type { Reading } from '../../../core/evidence/declared.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { goalsOf, readEffect } from '../tours/effect.ts'
import { readFollowed } from '../tours/followed.ts'
import { readTours } from '../tours/tours.ts'
import { type Tried, tourEffect } from './formula.ts'

const together = (groups: readonly Tried[]): Tried => ({
  took: groups.reduce((sum, { took }) => sum + took, 0),
  passed: groups.reduce((sum, { passed }) => sum + passed, 0),
})

/** What tours change (7.2), over all that name a deed and that anybody came to the end of. */
export async function readToursEffect(scope: Scope, registry: Registry): Promise<Reading> {
  const goals = new Map(goalsOf(registry).map((goal) => [goal.key, goal]))
  const followed = await readFollowed(scope)
  const effects: Awaited<ReturnType<typeof readEffect>>[] = []
  for (const { code, goal } of await readTours(scope)) {
    const deed = goal && goals.get(goal)
    if (deed && (followed.get(code)?.finished ?? 0) > 0)
      effects.push(await readEffect(scope, code, deed))
  }
  const finished = together(effects.map((one) => one.finished))
  const found = tourEffect(finished, together(effects.map(({ others }) => others)))
  if (!found) return { state: 'insufficient', n: finished.took }
  const parts = { low: 100 * found.low, high: 100 * found.high }
  return { state: 'ok', value: 100 * found.effect, n: finished.took, parts }
}
