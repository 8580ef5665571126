import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** How often somebody may try, per account, per network and in all (security.md 2.1). */
export type Throttle = {
  /**
   * Counts one try.
   * @returns seconds to wait when there were too many, else undefined
   */
  count: (login: string, address: string) => Promise<number | undefined>
  /** A try that succeeded no longer counts against the account. */
  forgive: (login: string) => Promise<void>
}

/**
 * Counters in the database: a restart forgets nothing, and all processes share them. A lock always
 * ends by itself, so nobody can be shut out for good by a stranger.
 * @param name what is tried, `sign-in` or `reset`
 * @param tries per account within `seconds`; a network gets ten times, everybody together 200 times
 */
export function openThrottle(pool: Pool, name: string, tries: number, seconds: number): Throttle {
  const limiter = (part: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      schemaName: 'core',
      tableName: 'throttles',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: `${name}-${part}`,
      points,
      duration: seconds,
    })
  const account = limiter('account', tries)
  const network = limiter('network', tries * 10)
  const everybody = limiter('all', tries * 200)
  const keyOf = (login: string) => createHash('sha256').update(login).digest('base64url')
  return {
    count: async (login, address) => {
      const counted = await Promise.allSettled([
        account.consume(keyOf(login)),
        network.consume(networkOf(address)),
        everybody.consume('all'),
      ])
      const waits = counted.flatMap((result) => {
        if (result.status === 'fulfilled') return []
        if (result.reason instanceof RateLimiterRes) return [result.reason.msBeforeNext / 1000]
        throw result.reason
      })
      return waits.length ? Math.max(1, Math.ceil(Math.max(...waits))) : undefined
    },
    forgive: async (login) => {
      await account.delete(keyOf(login))
    },
  }
}

/** Addresses of one household count together: /24 of IPv4, /64 of IPv6. */
export const networkOf = (address: string): string =>
  address.includes(':')
    ? address.split(':').slice(0, 4).join(':')
    : address.split('.').slice(0, 3).join('.')
