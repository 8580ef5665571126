import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Pool } from 'pg'
import type postgres from 'postgres'
import { root } from '../root.ts'
import { type Connection, openPool } from './connection.ts'

const migrations = join(root, 'migrations')

type File = { tag: string; statements: string[]; hash: string }

/** A database that does not fit this release; the message says which file and what to do. */
export class MigrationError extends Error {}

/**
 * Brings every area's tables up to date, whatever the flags say: forward only, each file once, in
 * one transaction per file, under a lock so that several processes may start at the same moment.
 * @param areas folders below migrations/, core first, then each module after those it needs
 * @param folder where the areas' folders are
 * @returns the names of the files applied now
 * @throws MigrationError when a file that was applied has been edited or removed since
 */
export async function migrate(
  owner: Connection,
  areas: readonly string[],
  folder = migrations,
): Promise<string[]> {
  const pool = openPool(owner, 1)
  const applied: string[] = []
  try {
    await pool`select pg_advisory_lock(hashtext('crm:migrate'))`
    await pool`set lock_timeout = '3s'`
    await pool`set statement_timeout = 0`
    await migrateQueue(owner)
    for (const area of areas) applied.push(...(await migrateArea(pool, area, folder)))
  } finally {
    await pool.end()
  }
  return applied
}

async function migrateQueue(owner: Connection): Promise<void> {
  const pool = new Pool({ ...owner, user: owner.username, max: 1 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, schema: 'graphile_worker' })
  } finally {
    await pool.end()
  }
}

async function migrateArea(pool: postgres.Sql, area: string, folder: string): Promise<string[]> {
  const files = await readArea(area, folder)
  await pool`create schema if not exists ${pool(area)}`
  await pool`
    create table if not exists ${pool(area)}.migrations
      (tag text primary key, hash text not null, at timestamptz not null default now())`
  const done = await pool<{ tag: string; hash: string }[]>`
    select tag, hash from ${pool(area)}.migrations order by tag`
  refuseDrift(area, files, done)
  const missing = files.filter((file) => !done.some((row) => row.tag === file.tag))
  for (const file of missing)
    await pool.begin(async (transaction) => {
      for (const statement of file.statements) await transaction.unsafe(statement)
      await transaction`insert into ${transaction(area)}.migrations ${transaction({ tag: file.tag, hash: file.hash })}`
    })
  return missing.map((file) => `${area}/${file.tag}`)
}

/** The files of one area in the order of its journal. */
export async function readArea(area: string, folder = migrations): Promise<File[]> {
  const place = join(folder, area)
  const journal = JSON.parse(await readFile(join(place, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  return Promise.all(
    journal.entries.map(async ({ tag }) => {
      const text = await readFile(join(place, `${tag}.sql`), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      return { tag, hash, statements: text.split('--> statement-breakpoint') }
    }),
  )
}

function refuseDrift(area: string, files: File[], done: { tag: string; hash: string }[]): void {
  for (const row of done) {
    const file = files.find((candidate) => candidate.tag === row.tag)
    if (!file)
      throw new MigrationError(
        `The database has the migration ${area}/${row.tag}, which this release does not know: it was written by a newer release. Start that release, or restore a backup made by this one.`,
      )
    if (file.hash !== row.hash)
      throw new MigrationError(
        `migrations/${area}/${row.tag}.sql was edited after it had been applied. Restore the file as released and put the change into a new migration.`,
      )
  }
}
