import { openFlags } from '../../flags/port.ts'
import { modules } from '../../modules/index.ts'
import type { Acting } from '../access/as-person.ts'
import { listenForChanges } from '../db/changes.ts'
import { type Connections, openPool } from '../db/connection.ts'
import { openRegistry } from '../registry.ts'
import { attachDatabase } from './attach.ts'
import type { Io } from './io.ts'

/** Opens as much of the product as acting in a company needs, for the time of one command. */
export async function inProduct<T>(
  { env, complain }: Io,
  work: (product: Acting, connections: Connections) => Promise<T>,
): Promise<T> {
  const { connections, release } = await attachDatabase(env)
  const pool = openPool(connections.app, 3)
  try {
    const registry = openRegistry(modules)
    const changes = await listenForChanges(pool)
    const flags = openFlags(pool, changes, registry.modules, (error) =>
      complain(`A flag cannot be decided: ${error.message}`),
    )
    const switchboards: Acting['switchboards'] = async (company) => {
      const engine = await flags.of(company)
      return (person) => engine.switchboard(person)
    }
    return await work({ pool, registry, switchboards }, connections)
  } finally {
    await pool.end({ timeout: 5 })
    await release()
  }
}
