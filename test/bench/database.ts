import { createHash } from 'node:crypto'
import { glob, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, openPool, type Pool } from '../../core/db/connection.ts'
import { startPostgres } from '../../core/db/embedded.ts'
import { openRegistry } from '../../core/registry.ts'
import { root } from '../../core/root.ts'
import { prepare } from '../../core/start/database.ts'
import { lockFolder } from '../../core/start/lock.ts'
import { modules } from '../../modules/index.ts'
import { foundFirm, usualAccounts } from './firm.ts'
import { layFloor } from './floor-table.ts'

/** The folder of everything a benchmark keeps; git ignores it. */
export const folder = join(root, '.bench')

/**
 * The filled database that floor and product share.
 * @property url what a program takes as DATABASE_URL
 * @property admin may see everything, for choosing what to ask for
 * @property app is bound by the policies, as the product is
 */
export type Measured = { url: string; admin: Pool; app: Pool; stop(): Promise<void> }

/** Each size of the firm has a database of its own, so that all are kept. */
const nameFor = (accounts: number): string =>
  accounts === usualAccounts ? 'stepwise' : `stepwise_${accounts}`

/**
 * Starts a PostgreSQL of our own, with everything written to disk as in service, and fills it. The
 * data are kept for the next time, until something that makes them has changed.
 */
export async function openMeasured(
  accounts: number,
  say: (line: string) => void,
): Promise<Measured> {
  const name = nameFor(accounts)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  const { connection, stop } = await startPostgres(folder)
  const pools: Pool[] = []
  const open = (to: Connection) => {
    const pool = openPool(to, 2)
    pools.push(pool)
    return pool
  }
  const end = async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await stop()
    await lock.release()
  }
  try {
    const server = open(connection)
    const recipe = await recipeHash()
    const kept = await server`
      select from pg_database
      where datname = ${name} and shobj_description(oid, 'pg_database') = ${recipe}`
    if (kept.length === 0) await server`drop database if exists ${server(name)} with (force)`
    const { connections } = await prepare(connection, name)
    const [admin, app] = [open({ ...connection, database: name }), open(connections.app)]
    if (kept.length === 0) {
      await fillDatabase(admin, app, accounts, say)
      await server.unsafe(`comment on database ${name} is '${recipe}'`)
    }
    return { url: urlOf(connection, name), admin, app, stop: end }
  } catch (error) {
    await end()
    throw error
  }
}

async function fillDatabase(
  admin: Pool,
  app: Pool,
  accounts: number,
  say: (line: string) => void,
): Promise<void> {
  say('Filling the database; it is kept for the next time.')
  const start = performance.now()
  await foundFirm({ pool: app, registry: openRegistry(modules) }, accounts)
  const seconds = Math.round((performance.now() - start) / 1000)
  await layFloor(admin)
  await admin`vacuum analyze`
  say(`Seeding took ${seconds} s.`)
}

/** What the data depend on: the tables, and everything that makes records. */
async function recipeHash(): Promise<string> {
  const patterns = [
    'migrations/**/*.sql',
    'core/seed/*.ts',
    'core/values/{names,pinyin}.ts',
    'modules/*/{seeds,keys}.ts',
    'modules/*/seeds/*.ts',
    'test/bench/{firm,floor-table}.ts',
  ]
  const files: string[] = []
  for await (const file of glob(patterns, { cwd: root })) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(await readFile(join(root, file)))
  return hash.digest('hex')
}

const urlOf = ({ host, port, username, password }: Connection, name: string): string =>
  host.startsWith('/')
    ? `postgres://${username}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
    : `postgres://${username}:${password}@${host}:${port}/${name}`
