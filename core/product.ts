import type { Hono } from 'hono'
import type { Pool as QueuePool } from 'pg'
import type { Logger } from 'pino'
import type { Markup } from '../views/markup.ts'
import type { Directories } from './access/directory.ts'
import type { Sessions } from './auth/session.ts'
import type { Throttle } from './auth/throttle.ts'
import type { Tickets } from './auth/ticket.ts'
import type { Changes } from './db/changes.ts'
import type { Pool } from './db/connection.ts'
import type { Kept } from './db/kept.ts'
import type { Env } from './env.ts'
import type { Assets } from './http/assets.ts'
import type { Headed } from './http/headers.ts'
import type { Metrics } from './http/metrics.ts'
import type { Site } from './http/site.ts'
import type { ChosenColumns } from './lists/columns.ts'
import type { SavedViews } from './lists/saved-views.ts'
import type { Module } from './module.ts'
import type { Streams } from './notify/streams.ts'
import type { UnreadCounts } from './notify/unread.ts'
import type { OwnFields } from './own-fields/company-fields.ts'
import type { Registry } from './registry.ts'
import type { Scope } from './scope.ts'
import type { Secrets } from './secrets/secrets.ts'
import type { Decider, Switchboards } from './switchboard.ts'
import type { Bearers } from './tokens/bearers.ts'
import type { DoFileWork } from './transfer/aside/work.ts'

/** The running product: everything that lives as long as the process and is opened once, in open-product.ts. */
export type Product = {
  env: Env
  log: Logger
  pool: Pool
  /**
   * What day and time it is for all that people do. Sessions and other secrets go by the database’s
   * clock, which many processes share; this one a test may move.
   */
  now: Scope['now']
  /**
   * For sessions alone. A request that renews one holds a connection of `pool` already; if it waited
   * there for a second one, as many requests as there are connections would wait for ever.
   */
  sessionPool: Pool
  queuePool: QueuePool
  changes: Changes
  registry: Registry
  metrics: Metrics
  /** The headers of every answer. */
  headers: Headed
  sessions: Sessions
  bearers: Bearers
  tickets: Tickets
  secrets: Secrets
  signInThrottle: Throttle
  resetThrottle: Throttle
  /** Questions that strangers may ask without signing in: per address, so many a minute. */
  lookUpThrottle: Throttle
  /** What strangers may send without signing in: per address, so many in ten minutes. */
  sendThrottle: Throttle
  /** Pages that strangers read without signing in: per address, so many a minute. */
  pageThrottle: Throttle
  switchboards: Switchboards
  directories: Directories
  /** The columns that people chose for their lists. */
  chosenColumns: Kept<ChosenColumns>
  /** How much people have not read yet, and the tabs that are told when that changes. */
  unread: UnreadCounts
  streams: Streams
  ownFields: Kept<OwnFields>
  savedViews: Kept<SavedViews>
  /** An Unleash server of the company's own that decides instead; undefined without one. */
  flagServer: Decider | undefined
  /** The flags for other programs of a company, below /api. */
  served: { routes: Hono<Site>; endAll: () => void; close: () => void }
  /** Whether anybody in a company has a module, if only to look at. */
  isOnForAnybody: (company: string, module: string) => Promise<boolean>
  /** Whether anybody in a company may write in a module: only then do its jobs and `after` listeners run. */
  isAtWork: (company: string, module: string) => Promise<boolean>
  /** Does long work on files, here or in a thread. */
  doFileWork: DoFileWork
  /** What Today tells those who decide who has which module. */
  modulesCard: (scope: Scope, modules: readonly Module[]) => Promise<Markup | undefined>
  /** Addresses of the built style sheet and script, and the files behind them. */
  assets: { css: string; js: string }
  files: Assets
}
