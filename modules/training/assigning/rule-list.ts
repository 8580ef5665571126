import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Effect, effectOn, readGround } from './applying.ts'
import { coursesOf } from './audience.ts'
import { isReached, type Rule, readRules } from './rules.ts'

/** A rule in its list; with where the people it is for now stand, while it is in force. */
export type Listed = Rule & { effect?: Effect }

/**
 * The rules with how far their people are: whoever the rule is for, wherever they have the course
 * from, so that it says what the preview said and the heat map says.
 */
export async function readRuleList(scope: Scope, registry: Registry): Promise<Listed[]> {
  const rules = await readRules(scope)
  const weighed = await Promise.all(
    rules.map(async (rule) => ({
      ...{ rule, courses: await coursesOf(scope, rule) },
      inForce: rule.endedAt === null && (await isReached(scope, registry, rule.stage)),
    })),
  )
  const ground = await readGround(
    scope,
    weighed.flatMap(({ courses }) => courses),
  )
  return weighed.map(({ rule, courses, inForce }) =>
    inForce ? { ...rule, effect: effectOn(ground, rule, courses) } : rule,
  )
}
