import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** Of what part of the company a figure is read; of all of it when nothing is said. */
export type Where = { department?: string; module?: string }

/**
 * What a figure is now. `insufficient`: too little evidence to say; `suppressed`: so few people
 * that it would tell of them. Only `ok` has a value.
 */
export type Reading = {
  state: 'ok' | 'insufficient' | 'suppressed'
  value?: number
  /** How many people, answers or records it stands on. */
  n?: number
  parts?: Readonly<Record<string, number | null>>
  /** Of an amount. */
  currency?: string
}

/**
 * A figure by which the rollout is judged that a module can read, `training.coverage`. What it is
 * called, and where better lies, stands with the figures themselves (flags/evidence).
 */
export type Evidence<Id extends string = string> = {
  code: `${Id}.${string}`
  read: (scope: Scope, where: Where, registry: Registry) => Promise<Reading>
}
