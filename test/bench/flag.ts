import { readPerson } from '../../core/access/people.ts'
import type { Pool } from '../../core/db/connection.ts'
import { inCompany } from '../../core/db/database.ts'
import { openRegistry } from '../../core/registry.ts'
import { openFlags } from '../../flags/port.ts'
import { modules } from '../../modules/index.ts'
import { percentile } from './statistics.ts'

const times = 20_000

/**
 * How long it takes to learn what one module is for one person, from the first question of a
 * request on, in microseconds.
 */
export async function measureFlag(
  pool: Pool,
  company: string,
  user: string,
): Promise<{ p50: number; p99: number }> {
  const flags = openFlags(pool, { on: () => {}, live: () => true }, modules, (error) => {
    throw error
  })
  const { permissions } = openRegistry(modules)
  const found = await inCompany(pool, company, (db) => readPerson(db, permissions, company, user))
  const [module] = modules
  if (!found || !module) throw new Error('There is nobody, or no module, to decide about.')
  const all: number[] = []
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    const state = (await flags.of(company)).switchboard(found.person).state(module.id)
    all.push((performance.now() - start) * 1000)
    if (state !== 'write') throw new Error(`${module.id} is ${state} for somebody it is open for.`)
  }
  ;(await flags.of(company)).close()
  return { p50: percentile(all, 0.5), p99: percentile(all, 0.99) }
}
