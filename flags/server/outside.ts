import type { Changes } from '../../core/db/changes.ts'
import type { Pool } from '../../core/db/connection.ts'
import type { Env } from '../../core/env.ts'
import type { Decider } from '../../core/switchboard.ts'
import type { Flagged } from '../compile.ts'
import { firstCompany, passOnTo } from './passing-on.ts'
import { type FlagServer, openServer } from './server.ts'

/** An Unleash server of the company's own, as the flags and as the rest of the product see it. */
type Outside = FlagServer & Decider

/**
 * Opens the server the environment names; undefined when it names none. With an admin token, what the
 * matrix decides is passed on to it.
 */
export function openOutside(
  { UNLEASH_URL: url, UNLEASH_TOKEN: token, UNLEASH_ADMIN_TOKEN: adminToken }: Env,
  pool: Pool,
  changes: Pick<Changes, 'on'>,
  modules: readonly Flagged[],
  complain: (error: Error) => void,
): Outside | undefined {
  if (!url || !token) return undefined
  const server = openServer({ url, token, adminToken }, complain)
  const passing =
    adminToken === undefined
      ? undefined
      : passOnTo(
          { url, token, adminToken },
          pool,
          changes,
          modules,
          () => firstCompany(pool),
          complain,
        )
  return {
    ...server,
    isBehind: () => passing?.isBehind() ?? false,
    close: () => {
      passing?.close()
      server.close()
    },
  }
}
