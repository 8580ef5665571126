import type { Logger } from 'pino'
import type { Env } from './env.ts'
import type { Registry } from './registry.ts'
import type { Scope } from './scope.ts'
import type { Secrets } from './secrets/secrets.ts'

/** As much of the running product as an errand has with it, for one company. */
export type Desk = {
  company: string
  env: Env
  log: Logger
  registry: Registry
  secrets: Secrets
  /** Runs a piece of the work in a transaction of its own, with no person behind it. */
  within: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>
}

/**
 * Work that waits for other people's servers. It holds no transaction while it waits: what it reads
 * and what it keeps are short ones of their own, so that a slow server keeps nobody else waiting.
 * It may be run twice, and must bear that.
 */
export type Errand<Id extends string = string> = {
  name: `${Id}.${string}`
  cron?: string
  run: (desk: Desk, payload: Record<string, unknown>) => Promise<void>
}
