import pg from 'pg'
import { rolloutConsole } from '../flags/console/console.ts'
import { openFlags } from '../flags/port.ts'
import { openServed } from '../flags/served/served.ts'
import { openOutside } from '../flags/server/outside.ts'
import { modulesCard } from '../flags/today-card.tsx'
import { bellLink } from '../views/bell.ts'
import { viewText } from '../views/messages.ts'
import { openDirectories } from './access/directory.ts'
import { openSessions } from './auth/session.ts'
import { openThrottle } from './auth/throttle.ts'
import { openTickets } from './auth/ticket.ts'
import { listenForChanges } from './db/changes.ts'
import { type Connections, openPool } from './db/connection.ts'
import type { Env } from './env.ts'
import { readAssets } from './http/assets.ts'
import { cookieName, isSecure } from './http/cookies.ts'
import { ownHeaders } from './http/headers.ts'
import { openMetrics } from './http/metrics.ts'
import { openChosenColumns } from './lists/columns.ts'
import { openSavedViews } from './lists/saved-views.ts'
import { openLog } from './log.ts'
import type { Module } from './module.ts'
import { openStreams } from './notify/streams.ts'
import { openUnread } from './notify/unread.ts'
import { openOwnFields } from './own-fields/company-fields.ts'
import type { Product } from './product.ts'
import { openRegistry } from './registry.ts'
import { openSecrets } from './secrets/secrets.ts'
import { openBearers } from './tokens/bearers.ts'
import type { DoFileWork } from './transfer/aside/work.ts'

/** Together with the other pools and the listener 20, which is what a process may have. */
const sessionConnections = 4

/** Opens all that the product keeps for as long as it runs: connections, memory, what listens. */
export async function openProduct(
  env: Env,
  connections: Connections,
  modules: readonly Module[],
  fileWork: DoFileWork,
): Promise<Product> {
  const registry = openRegistry(modules, rolloutConsole)
  const pool = openPool(connections.app)
  const sessionPool = openPool(connections.app, sessionConnections)
  const { owner } = connections
  const queuePool = new pg.Pool({ ...owner, user: owner.username, max: 5 })
  const log = openLog(env)
  const lost = (error: Error) => log.warn({ error: error.message }, 'queue connection lost')
  queuePool.on('error', lost)
  queuePool.on('connect', (client) => client.on('error', lost))
  const changes = await listenForChanges(pool)
  const flagServer = openOutside(env, pool, changes, registry.modules, (error) =>
    log.warn({ error: error.message }, 'the Unleash server cannot be reached'),
  )
  const undecided = (error: Error) => log.warn({ error: error.message }, 'a flag cannot be decided')
  const flags = openFlags(pool, changes, registry.modules, undecided, { server: flagServer })
  const assets = readAssets()
  const sessions = openSessions(sessionPool, changes, registry.permissions, cookieName(env, 'sid'))
  const unread = openUnread(pool, changes)
  const switchboards: Product['switchboards'] = async (company) => {
    const engine = await flags.of(company)
    return (person) => engine.switchboard(person)
  }
  return {
    env,
    log,
    pool,
    now: () => new Date(),
    sessionPool,
    queuePool,
    changes,
    registry,
    metrics: openMetrics(),
    headers: await ownHeaders(isSecure(env)),
    directories: openDirectories(changes),
    chosenColumns: openChosenColumns(changes),
    sessions,
    bearers: openBearers(pool, changes, registry.permissions),
    ownFields: openOwnFields(changes),
    savedViews: openSavedViews(changes),
    tickets: openTickets(connections.app.password),
    secrets: openSecrets(env),
    signInThrottle: openThrottle(queuePool, 'sign-in', 5, 15 * 60),
    resetThrottle: openThrottle(queuePool, 'reset', 3, 60 * 60),
    lookUpThrottle: openThrottle(queuePool, 'look-up', 20, 60),
    sendThrottle: openThrottle(queuePool, 'send', 5, 10 * 60),
    pageThrottle: openThrottle(queuePool, 'page', 60, 60),
    switchboards,
    modulesCard,
    unread,
    streams: openStreams({
      ...{ changes, sessions, unread, switchboards },
      draw: (locale, count) => String(bellLink(viewText(locale).shell, count)),
    }),
    flagServer,
    served: openServed(flags, changes),
    isOnForAnybody: async (company, module) => (await flags.of(company)).isOpen(module),
    isAtWork: async (company, module) => (await flags.of(company)).isAtWork(module),
    doFileWork: fileWork,
    assets: { css: `/assets/${assets.names['app.css']}`, js: `/assets/${assets.names['app.js']}` },
    files: assets,
  }
}
