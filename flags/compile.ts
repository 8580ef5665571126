import type { FeatureInterface } from 'unleash-client/lib/feature.js'
import type { Segment, StrategyTransportInterface } from 'unleash-client/lib/strategy/strategy.js'
import type { Module } from '../core/module.ts'
import type { Taught } from './learning.ts'
import type { Snapshot } from './snapshot.ts'
import { compileModule, type ModuleFlag, moduleFlag } from './strategies.ts'

/** As much of a module as its flag depends on. */
export type Flagged = Pick<Module, 'id' | 'needs' | 'quickStarts' | 'learning'>

/** A company's flags as the Unleash client wants them, looked up by name only in maps. */
export type Compiled = {
  features: ReadonlyMap<string, FeatureInterface>
  segments: ReadonlyMap<number, Segment>
  modules: ReadonlyMap<string, CompiledModule>
  taught?: Taught | undefined
}

/** A module's flag, the flags it cannot be on without, and the quick-starts that open writing. */
export type CompiledModule = ModuleFlag & Pick<Module, 'id' | 'quickStarts'> & { needs: string[] }

/** Turns a company's rows into what is evaluated: imported flags as they are, modules from their audiences. */
export function compile(snapshot: Snapshot, modules: readonly Flagged[]): Compiled {
  const features = new Map(
    snapshot.features.map(evaluable).map((feature) => [feature.name, feature]),
  )
  const compiled = new Map<string, CompiledModule>()
  for (const module of modules) {
    const { parent, others } = needsOf(module, modules)
    const flag = compileModule(
      module.id,
      parent,
      snapshot.audiences.filter((row) => row.module === module.id),
      snapshot.kills.filter((kill) => kill.module === module.id),
      snapshot.departments,
    )
    const { id, quickStarts } = module
    compiled.set(flag.feature.name, { ...flag, id, quickStarts, needs: others.map(moduleFlag) })
    features.set(flag.feature.name, flag.feature)
  }
  const segments = snapshot.segments.map((segment) => constrained(segment as unknown as Segment))
  return {
    features,
    segments: new Map(segments.map((s) => [s.id, s])),
    modules: compiled,
    taught: snapshot.taught,
  }
}

/**
 * What a module cannot be on without. Unleash knows one parent and no grandparents, so the flag
 * names a module that needs nothing itself; the port asks for the others.
 */
export function needsOf(
  module: Flagged,
  modules: readonly Flagged[],
): { parent: string | undefined; others: string[] } {
  const all = new Set<string>(module.needs)
  for (const need of all)
    for (const further of modules.find((other) => other.id === need)?.needs ?? []) all.add(further)
  const needed = modules.filter((other) => all.has(other.id))
  const parent = needed.find((other) => other.needs.length === 0)
  return {
    parent: parent?.id,
    others: needed.filter((other) => other !== parent).map((other) => other.id),
  }
}

/**
 * An imported feature as the client can evaluate it without falling over: every strategy with its
 * own parameters (which also tell the strategies apart in an explanation), texts where it expects
 * texts. What is stored and exported stays as it came.
 */
function evaluable(document: Record<string, unknown>): FeatureInterface {
  const feature = document as unknown as FeatureInterface
  return {
    ...feature,
    strategies: feature.strategies?.map((strategy) => ({
      ...constrained(strategy as StrategyTransportInterface),
      parameters: Object.fromEntries(
        Object.entries(strategy.parameters ?? {}).map(([name, value]) => [name, String(value)]),
      ),
      segments: strategy.segments ?? undefined,
      variants: strategy.variants ?? undefined,
    })),
    variants: feature.variants ?? undefined,
    dependencies: feature.dependencies ?? undefined,
  }
}

const constrained = <T extends Pick<Segment, 'constraints'>>(holder: T): T => ({
  ...holder,
  constraints: (holder.constraints ?? []).map((constraint) => ({
    ...constraint,
    values: (constraint.values ?? []).map(String),
  })),
})
