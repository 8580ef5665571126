import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { areas } from '../../core/db/areas.ts'
import { type Connections, openPool, type Pool } from '../../core/db/connection.ts'
import { migrate } from '../../core/db/migrate.ts'
import { prepareDatabase } from '../../core/db/roles.ts'
import { root } from '../../core/root.ts'

/** A database with nothing in it, and a look into it. */
async function emptyDatabase(): Promise<Connections & { pool: Pool }> {
  const { admin } = inject('postgres')
  const name = `empty_${randomBytes(6).toString('hex')}`
  const connections = await prepareDatabase(admin, name)
  const pool = openPool(connections.owner, 2)
  onTestFinished(async () => {
    await pool.end()
    const superuser = openPool(admin, 1)
    await superuser`drop database ${superuser(name)} with (force)`
    await superuser.end()
  })
  return { ...connections, pool }
}

/** A folder of migrations for one area called `shed`: files by their names, in order. */
async function shed(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'shed/meta'), { recursive: true })
  const entries = Object.keys(files).map((tag) => ({ tag }))
  await writeFile(join(folder, 'shed/meta/_journal.json'), JSON.stringify({ entries }))
  for (const [tag, text] of Object.entries(files))
    await writeFile(join(folder, `shed/${tag}.sql`), text)
  return folder
}

const tablesIn = async (pool: Pool): Promise<string[]> =>
  (await pool`select tablename from pg_tables where schemaname = 'shed' order by 1`).map(
    (row) => row.tablename,
  )

test('a second run applies nothing', async () => {
  const { owner } = await emptyDatabase()
  const applied = await migrate(owner, areas)
  expect(applied.length).toBeGreaterThan(2)
  expect(applied[0]).toMatch(/^core\/0000_/)
  expect(await migrate(owner, areas)).toEqual([])
})

test('three processes that start at the same moment share the work without a quarrel', async () => {
  const { owner, pool } = await emptyDatabase()
  const done = await Promise.all([1, 2, 3].map(() => migrate(owner, areas)))
  const applied = done.flat()
  expect(new Set(applied).size).toBe(applied.length)
  const [row] = await pool`select count(*)::int as count from core.migrations`
  expect(row?.count).toBe(applied.filter((name) => name.startsWith('core/')).length)
  expect(row?.count).toBeGreaterThan(0)
})

test('a file edited after it was applied is refused by its name, and nothing of it is done', async () => {
  const { owner, pool } = await emptyDatabase()
  const folder = await shed({ '0000_tools': 'create table shed.tools (id int)' })
  expect(await migrate(owner, ['shed'], folder)).toEqual(['shed/0000_tools'])
  await writeFile(join(folder, 'shed/0000_tools.sql'), 'create table shed.toys (id int)')
  await expect(migrate(owner, ['shed'], folder)).rejects.toThrow(
    'migrations/shed/0000_tools.sql was edited after it had been applied. Restore the file as released and put the change into a new migration.',
  )
  expect(await tablesIn(pool)).toEqual(['migrations', 'tools'])
})

test('a database of a newer release is left alone', async () => {
  const { owner, pool } = await emptyDatabase()
  const newer = await shed({
    '0000_tools': 'create table shed.tools (id int)',
    '0001_more': 'create table shed.more (id int)',
  })
  await migrate(owner, ['shed'], newer)
  const older = await shed({ '0000_tools': 'create table shed.tools (id int)' })
  await expect(migrate(owner, ['shed'], older)).rejects.toThrow(
    /shed\/0001_more, which this release does not know/,
  )
  expect(await tablesIn(pool)).toEqual(['migrations', 'more', 'tools'])
})

test('a file that fails in the middle leaves nothing, and those before it stay', async () => {
  const { owner, pool } = await emptyDatabase()
  const half = 'create table shed.half (id int)--> statement-breakpoint\nselect 1/0'
  const folder = await shed({ '0000_tools': 'create table shed.tools (id int)', '0001_half': half })
  await expect(migrate(owner, ['shed'], folder)).rejects.toThrow(/division by zero/)
  expect(await tablesIn(pool)).toEqual(['migrations', 'tools'])
})

test('a process killed in the middle leaves nothing half, and the next one goes on', async () => {
  const { owner, pool } = await emptyDatabase()
  const slow = (seconds: number) =>
    `create table shed.half (id int)--> statement-breakpoint\nselect pg_sleep(${seconds})`
  const folder = await shed({
    '0000_tools': 'create table shed.tools (id int)',
    '0001_half': slow(2),
  })
  const child = migrateElsewhere(owner, folder)
  await until(async () => {
    const asleep = await pool`
      select from pg_stat_activity where query like '%pg_sleep(2)%' and state = 'active'
        and pid <> pg_backend_pid() and datname = current_database()`
    return asleep.length === 1
  })
  child.kill('SIGKILL')
  expect(await tablesIn(pool)).toEqual(['migrations', 'tools'])
  await writeFile(join(folder, 'shed/0001_half.sql'), slow(0))
  expect(await migrate(owner, ['shed'], folder)).toEqual(['shed/0001_half'])
  expect(await tablesIn(pool)).toEqual(['half', 'migrations', 'tools'])
})

function migrateElsewhere(owner: Connections['owner'], folder: string): ChildProcess {
  const program = `
    import { migrate } from ${JSON.stringify(join(root, 'core/db/migrate.ts'))}
    await migrate(${JSON.stringify(owner)}, ['shed'], ${JSON.stringify(folder)})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('Waited fifteen seconds in vain.')
    await wait(20)
  }
}
