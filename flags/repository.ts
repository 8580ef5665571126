import { EventEmitter } from 'node:events'
import type { EnhancedFeatureInterface, FeatureInterface } from 'unleash-client/lib/feature.js'
import type { RepositoryInterface } from 'unleash-client/lib/repository/index.js'
import type { Segment } from 'unleash-client/lib/strategy/strategy.js'
import type { Compiled } from './compile.ts'
import { overhear } from './overheard.ts'

/** Gives an Unleash client the flags of one company out of memory. It never opens a connection. */
export class CompanyRepository extends EventEmitter implements RepositoryInterface {
  compiled: Compiled = { features: new Map(), segments: new Map(), modules: new Map() }

  /** Replaces all flags at once; the client answers by them from the next question on. */
  replace(compiled: Compiled): void {
    this.compiled = compiled
    this.emit('ready')
    this.emit('changed', [])
  }

  getToggle(name: string): FeatureInterface | undefined {
    overhear({ asked: name })
    return this.compiled.features.get(name)
  }

  getToggles(): FeatureInterface[] {
    return [...this.compiled.features.values()]
  }

  getTogglesWithSegmentData(): EnhancedFeatureInterface[] {
    return this.getToggles().map((feature) => ({
      ...feature,
      strategies: feature.strategies?.map((strategy) => ({
        ...strategy,
        segments: strategy.segments?.map((id) => this.getSegment(id)),
      })),
    }))
  }

  getSegment(id: number): Segment | undefined {
    return this.compiled.segments.get(id)
  }

  async start(): Promise<void> {}

  stop(): void {}
}
