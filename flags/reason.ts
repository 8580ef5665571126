import type { FeatureInterface } from 'unleash-client/lib/feature.js'
import type { Constraint } from 'unleash-client/lib/strategy/strategy.js'
import { normalizedStrategyValue } from 'unleash-client/lib/strategy/util.js'
import type { Compiled } from './compile.ts'
import type { FlagContext } from './context.ts'
import { type Heard, holds, strategies as known } from './overheard.ts'
import type { Audience, Kill } from './snapshot.ts'
import type { ModuleFlag } from './strategies.ts'

/** Why one strategy of an imported flag did not apply. `number` counts from 1, as people do. */
export type Failure = { number: number; name: string } & (
  | { because: 'constraint'; constraint: Constraint }
  | { because: 'segment' | 'parameters' | 'unknown' }
)

/** The rule that decided. `bucket` is the number from 1 to 100 a percentage is compared with. */
export type Reason =
  /** An Unleash server of the company’s own decided; its rules are to be looked at there. */
  | { rule: 'server' }
  | { rule: 'unknown' }
  | { rule: 'killed'; kill: Kill }
  /** The module is stopped for this person's department, or for one above it. */
  | { rule: 'frozen'; kill: Kill }
  | { rule: 'nobody' }
  | { rule: 'disabled' }
  | { rule: 'parent'; flag: string; on: boolean; why: Reason }
  /** The parent has a parent itself, and Unleash follows dependencies one step only. */
  | { rule: 'nested'; flag: string }
  | { rule: 'audience'; audience: Audience; bucket?: number }
  /** The cell of their department is off, or its time to be looked at is over. */
  | { rule: 'closed'; audience: Audience }
  | { rule: 'others'; audiences: Audience[]; bucket?: number }
  | { rule: 'always' }
  | { rule: 'strategy'; number: number; name: string }
  | { rule: 'strategies'; failures: Failure[] }

type Answer = { on: boolean; why: Reason }
type Tried = Extract<Heard, { tried: object }>

/**
 * Reads the reason of a decision off what the client did while it made it.
 * @param on what was decided
 * @param explain answers for another flag and the same person
 */
export function reasonOf(
  compiled: Compiled,
  who: FlagContext,
  flag: string,
  on: boolean,
  heard: readonly Heard[],
  explain: (flag: string) => Answer,
): Reason {
  const feature = compiled.features.get(flag)
  if (!feature) return { rule: 'unknown' }
  const module = compiled.modules.get(flag)
  if (module?.kill) return { rule: 'killed', kill: module.kill }
  if (module && module.parts.length === 0) return { rule: 'nobody' }
  const frozen = module?.frozen.get(homeOf(who))
  if (frozen) return { rule: 'frozen', kill: frozen }
  if (!feature.enabled) return { rule: 'disabled' }
  const tries = triesOf(feature, heard)
  const hit = tries.findIndex((tried) => tried?.on)
  if (on && hit < 0) return { rule: 'always' }
  if (on) return module ? admitted(module, who, hit) : chosen(feature, hit)
  const needs = module?.needs ?? []
  const missing = missingParent(feature, needs, tries, heard, explain)
  if (missing && compiled.features.get(missing)?.dependencies?.length && !needs.includes(missing))
    return { rule: 'nested', flag: missing }
  if (missing) {
    const { on: parentOn, why } = explain(missing)
    return { rule: 'parent', flag: missing, on: parentOn, why }
  }
  return module ? notAmong(module, who) : { rule: 'strategies', failures: failures(feature, tries) }
}

/** What became of each strategy, in order; undefined where the client did not get to it. */
const triesOf = (feature: FeatureInterface, heard: readonly Heard[]): (Tried | undefined)[] =>
  (feature.strategies ?? []).map((strategy) =>
    heard.find((note): note is Tried => 'tried' in note && note.tried === strategy.parameters),
  )

/**
 * The flag this one is off for, if that is why. The client asks for parents before it tries
 * strategies, and stops at the first that does not fit.
 */
function missingParent(
  feature: FeatureInterface,
  needs: readonly string[],
  tries: readonly (Tried | undefined)[],
  heard: readonly Heard[],
  explain: (flag: string) => Answer,
): string | undefined {
  if (tries.some((tried) => tried?.on)) return needs.find((need) => !explain(need).on)
  const usable = feature.strategies?.filter((one) => known.some(({ name }) => name === one.name))
  if (tries.some(Boolean) || (usable?.length === 0 && tries.length > 0)) return undefined
  const asked = heard.flatMap((note) => ('asked' in note ? [note.asked] : []))
  return asked.findLast((name) => name !== feature.name)
}

/** The row that let a person in; of several departments, the one nearest to their own. */
function admitted(module: ModuleFlag, who: FlagContext, hit: number): Reason {
  const constraint = module.feature.strategies?.[hit]?.constraints[0]
  const [part] = (module.parts[hit] ?? [])
    .filter(({ values }) => !constraint || holds({ ...constraint, values }, who))
    .sort((a, b) => a.values.length - b.values.length)
  if (!part) throw new Error(`${module.feature.name} is on by a strategy that has no row.`)
  const { audience } = part
  return audience.kind === 'percentage'
    ? { rule: 'audience', audience, bucket: bucketOf(module, who) }
    : { rule: 'audience', audience }
}

function notAmong(module: ModuleFlag, who: FlagContext): Reason {
  const cell = module.ruling.get(homeOf(who))
  if (cell) return { rule: 'closed', audience: cell }
  const audiences = module.parts.flat().map((part) => part.audience)
  return audiences.some((audience) => audience.kind === 'percentage')
    ? { rule: 'others', audiences, bucket: bucketOf(module, who) }
    : { rule: 'others', audiences }
}

const homeOf = (who: FlagContext): string => String(who.properties?.department ?? '')

/** The client's own draw. */
const bucketOf = (module: ModuleFlag, who: FlagContext): number =>
  normalizedStrategyValue(who.userId ?? '', module.feature.name)

const chosen = (feature: FeatureInterface, hit: number): Reason => ({
  rule: 'strategy',
  number: hit + 1,
  name: feature.strategies?.[hit]?.name ?? '',
})

const failures = (feature: FeatureInterface, tries: readonly (Tried | undefined)[]): Failure[] =>
  (feature.strategies ?? []).map(({ name }, index) => {
    const tried = tries[index]
    const number = index + 1
    if (!tried) return { number, name, because: 'unknown' }
    if (tried.failed) return { number, name, because: 'constraint', constraint: tried.failed }
    return { number, name, because: tried.reached ? 'parameters' : 'segment' }
  })
