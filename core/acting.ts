import { openFlags } from '../flags/port.ts'
import type { Acting } from './access/as-person.ts'
import { listenForChanges } from './db/changes.ts'
import { type Connection, openPool } from './db/connection.ts'
import type { Module } from './module.ts'
import { openRegistry } from './registry.ts'

/**
 * Opens as much of the product as acting in a company needs, over connections of its own: for one
 * command, or for work in a thread.
 * @param complain is told of a flag that cannot be decided
 */
export async function openActing(
  connection: Connection,
  modules: readonly Module[],
  complain: (sentence: string) => void = () => {},
): Promise<{ product: Acting; close: () => Promise<void> }> {
  const pool = openPool(connection, 3)
  const close = () => pool.end({ timeout: 5 })
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
    const isOnForAnybody: Acting['isOnForAnybody'] = async (company, module) =>
      (await flags.of(company)).isOpen(module)
    return { product: { pool, registry, switchboards, isOnForAnybody }, close }
  } catch (error) {
    await close()
    throw error
  }
}
