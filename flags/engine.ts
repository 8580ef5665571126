import type { Variant as UnleashVariant } from 'unleash-client'
import { Unleash } from 'unleash-client'
import type { ModuleState, Placed, Stop, Switchboard, Why } from '../core/switchboard.ts'
import type { Compiled } from './compile.ts'
import { contextOf, type FlagContext } from './context.ts'
import { missingFor } from './learning.ts'
import { listen, strategies } from './overheard.ts'
import { type Reason, reasonOf } from './reason.ts'
import { CompanyRepository } from './repository.ts'
import type { FlagServer } from './server/server.ts'
import { type ModuleFlag, moduleFlag, type Part } from './strategies.ts'

/** Whether a flag is on for somebody, and in which variant, if it has any. */
export type Decision = {
  on: boolean
  variant?: Pick<UnleashVariant, 'name' | 'payload'>
  /** The courses that somebody has yet to complete before they may write, where that is why they may not. */
  toLearn?: readonly string[]
}

/** The same decision, and the rule that made it. */
export type Explained = Decision & { why: Reason }

/** Whether a row lets somebody write: departments that are all frozen let nobody. */
const isAtWorkIn =
  (flag: ModuleFlag | undefined) =>
  ({ audience, values }: Part): boolean =>
    audience.variant === 'write' &&
    (audience.kind !== 'department' || values.some((key) => !flag?.frozen.has(key)))

/**
 * The flags of one company, decided by an Unleash client of its own that reads them out of memory
 * and never touches the network.
 */
export class Engine {
  readonly #repository = new CompanyRepository()
  readonly #unleash: Unleash

  readonly #server: FlagServer | undefined

  /**
   * @param complain told when an imported flag cannot be evaluated
   * @param server decides the flags it knows; the others, and all while it was never heard of, are
   * decided here
   */
  constructor(complain: (error: Error) => void, server?: FlagServer) {
    this.#server = server
    this.#unleash = new Unleash({
      appName: 'stepwise',
      instanceId: 'embedded',
      url: 'http://embedded.invalid',
      repository: this.#repository,
      strategies,
      disableMetrics: true,
      disableAutoStart: true,
      skipInstanceCountWarning: true,
    })
    this.#unleash.on('error', complain)
  }

  /** Decides by these flags from now on. */
  replace(compiled: Compiled): void {
    this.#repository.replace(compiled)
  }

  /** What is decided by now. */
  get compiled(): Compiled {
    return this.#repository.compiled
  }

  close(): void {
    this.#unleash.destroy()
  }

  /** Whether a flag is on for somebody. A flag nobody knows is off. */
  isOn(who: FlagContext, flag: string): Decision {
    if (this.#stops(who, flag)) return { on: false }
    const found = this.#server?.decide(flag, who) ?? this.#unleash.getVariant(flag, who)
    if (!found.feature_enabled) return { on: false }
    const needs = this.#repository.compiled.modules.get(flag)?.needs ?? []
    if (!needs.every((need) => this.isOn(who, need).on)) return { on: false }
    if (!found.enabled) return this.#asLearned(who, flag)
    const { name, payload } = found
    return { on: true, variant: payload ? { name, payload } : { name } }
  }

  /** The decision of `isOn`, made by the same code, with the rule that made it. */
  explain(who: FlagContext, flag: string): Explained {
    if (this.#server?.knows(flag) && !this.#stops(who, flag))
      return { ...this.isOn(who, flag), why: { rule: 'server' } }
    const { result, heard } = listen(() => this.isOn(who, flag))
    const { compiled } = this.#repository
    const why = reasonOf(compiled, who, flag, result.on, heard, (other) => this.explain(who, other))
    return { ...result, why }
  }

  /** Whoever may write may do so once they have learned, where the company lets access follow that. */
  #asLearned(who: FlagContext, flag: string): Decision {
    const { modules, taught } = this.#repository.compiled
    const module = modules.get(flag)
    if (!module || !taught) return { on: true }
    const toLearn = missingFor(taught, module, who)
    // Nobody is held to learn where they cannot.
    if (toLearn.length === 0 || !this.isOn(who, moduleFlag(taught.module)).on) return { on: true }
    return { on: true, variant: { name: 'read' }, toLearn }
  }

  /** Our own stops win, whoever decides. */
  #stops(who: FlagContext, flag: string): boolean {
    const module = this.#repository.compiled.modules.get(flag)
    const home = String(who.properties?.department ?? '')
    return module?.kill !== undefined || module?.frozen.has(home) === true
  }

  /** What a person may do with a module; no variant means that they may write. */
  state(who: FlagContext, module: string): ModuleState {
    const { on, variant } = this.isOn(who, moduleFlag(module))
    if (!on) return 'off'
    return variant?.name === 'read' ? 'read' : 'write'
  }

  /** What was said of the row by which somebody has a module. */
  why(who: FlagContext, module: string): Why | undefined {
    const { why, toLearn } = this.explain(who, moduleFlag(module))
    if (why.rule !== 'audience') return undefined
    const { reason, until, state } = why.audience
    return { reason, until, isPilot: state === 'pilot', toLearn }
  }

  /** Whether a module, and all it needs, is open for anybody at all. */
  isOpen(module: string): boolean {
    const { features } = this.#repository.compiled
    return [moduleFlag(module), ...this.#needsOf(module)].every((flag) =>
      this.#server?.knows(flag) && !this.#repository.compiled.modules.get(flag)?.kill
        ? this.#server.isEnabled(flag)
        : features.get(flag)?.enabled === true,
    )
  }

  /** Whether anybody may write in a module: work of its own that nobody asked for waits until then. */
  isAtWork(module: string): boolean {
    const flag = this.#repository.compiled.modules.get(moduleFlag(module))
    if (!this.isOpen(module)) return false
    // Of a server’s rules it is not known here whom they let write.
    if (this.#server?.knows(moduleFlag(module))) return true
    return (flag?.parts ?? []).some((rows) => rows.some(isAtWorkIn(flag)))
  }

  /** What stops a module that is open for somebody where a person is: it, or one that it needs. */
  stopOf(who: FlagContext, module: string): Stop | undefined {
    const { modules } = this.#repository.compiled
    if (!modules.get(moduleFlag(module))?.parts.length) return undefined
    const home = String(who.properties?.department ?? '')
    for (const flag of [moduleFlag(module), ...this.#needsOf(module)]) {
      const found = modules.get(flag)
      if (found?.kill) return { module: found.id, everybody: true }
      if (found?.frozen.has(home)) return { module: found.id, everybody: false }
    }
    return undefined
  }

  /** The flags of the modules that one cannot be on without. */
  #needsOf(module: string): string[] {
    const { features, modules } = this.#repository.compiled
    const parents = features.get(moduleFlag(module))?.dependencies ?? []
    return [
      ...parents.map(({ feature }) => feature),
      ...(modules.get(moduleFlag(module))?.needs ?? []),
    ]
  }

  /** What one person has, each module decided once: for the time of a request. */
  switchboard(person: Placed): Switchboard {
    const who = contextOf(person)
    const decided = new Map<string, ModuleState>()
    return {
      state: (module) => {
        const known = decided.get(module)
        if (known) return known
        const state = this.state(who, module)
        decided.set(module, state)
        return state
      },
      stopOf: (module) => this.stopOf(who, module),
      why: (module) => this.why(who, module),
      of: (colleague) => this.switchboard(colleague),
    }
  }
}
