import type { Markup } from '../views/markup.ts'
import type { Resource } from './api/resource.ts'
import type { Room } from './http/rooms.ts'
import type { Locale } from './i18n/locale.ts'
import type { LearningRule } from './learning/declared.ts'
import type { Audited, NotificationKind, RecordType } from './module.ts'
import type { Product } from './product.ts'
import type { Registry } from './registry.ts'
import type { Scope } from './scope.ts'

/** As much of the running product as work of the console may ask. */
export type Running = Pick<Product, 'registry' | 'isOnForAnybody'> & {
  env: Pick<Product['env'], 'HOSTED'>
}

/** Work of the console done later or at set times; it runs with no person, for one company. */
export type ConsoleJob = {
  name: `rollout.${string}`
  cron?: string
  run: (scope: Scope, payload: Record<string, unknown>, running: Running) => Promise<void>
}

/** A kind of record of the console: no module is asked whether it is on. */
export type ConsoleRecord = RecordType & { object: `flags.${string}`; href: `/rollout/${string}` }

/**
 * What the rollout's console brings to the product, as a manifest does for a module; it stands
 * behind no flag, so that nobody can lock themselves out.
 */
export type Console = {
  rooms: readonly Room[]
  notifications: readonly NotificationKind<'rollout'>[]
  jobs: readonly ConsoleJob[]
  /** Kinds of its records that other parts of the product point at. */
  records: readonly ConsoleRecord[]
  /** What programs read of it. */
  resources?: readonly Resource<'core'>[]
  /** What its records are called in the audit trail. */
  audited: readonly Audited<'flags' | 'rollout'>[]
  /** Cards on the start page, above those of the modules; undefined when there is nothing to say. */
  cards: readonly ((scope: Scope, registry: Registry) => Promise<Markup | undefined>)[]
  /** Whether the rollout has come as far as a stage. */
  reached?: (scope: Scope, stage: string) => Promise<boolean>
  /** What asks that access follows learning, where the company never said so itself. */
  learning?: (scope: Scope) => Promise<LearningRule | undefined>
  /** The stages a rollout goes through, in their order. */
  stages?: (locale: Locale) => readonly { code: string; title: string }[]
  /** Where somebody says that the page at a path blocks them; undefined where nothing is tried. */
  blocked?: (scope: Scope, path: string) => { href: string; label: string } | undefined
}

export const noConsole: Console = {
  ...{ rooms: [], notifications: [], jobs: [], records: [], audited: [], cards: [] },
}
