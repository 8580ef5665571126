import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { StartFailure } from '../../start/failure.ts'
import type { Binaries } from './binaries.ts'
import { type Cluster, major, superuser } from './cluster.ts'
import { as, childOptions, type Identity, locale } from './identity.ts'

const run = promisify(execFile)

/**
 * Makes the cluster if there is none. It grows under a random name and is renamed when whole, so an
 * interrupted start leaves nothing that looks finished.
 * @param durable false skips the writes that survive a power cut, for data nobody will miss
 */
export async function ensureCluster(
  cluster: Cluster,
  who: Identity,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const present = (await readdir(cluster.home)).filter((name) => /^pg\d+$/.test(name))
  if (present.includes(basename(cluster.data))) return refuseOtherMajor(cluster)
  if (present.length > 0) throw otherMajor(cluster, present.join(', ').replaceAll('pg', ''))
  await removeUnfinished(cluster)
  const growing = `${cluster.data}.tmp.${randomBytes(6).toString('hex')}`
  await mkdir(growing, { mode: 0o700 })
  if (who.uid !== undefined) await chown(growing, who.uid, who.gid ?? who.uid)
  await initialise(growing, cluster, who, binaries, durable)
  await rename(growing, cluster.data)
  await flush(cluster.home)
}

async function refuseOtherMajor(cluster: Cluster): Promise<void> {
  const version = await readFile(join(cluster.data, 'PG_VERSION'), 'utf8').catch(() => 'unknown')
  if (version.trim() !== String(major)) throw otherMajor(cluster, version.trim())
}

const otherMajor = (cluster: Cluster, version: string) =>
  new StartFailure(
    `${cluster.home} holds a database of PostgreSQL ${version}, and this release brings ${major}: start the release that wrote it, or set DATA_DIR to another folder.`,
  )

async function removeUnfinished(cluster: Cluster): Promise<void> {
  const prefix = `${basename(cluster.data)}.tmp.`
  for (const name of await readdir(cluster.home))
    if (name.startsWith(prefix))
      await rm(join(cluster.home, name), { recursive: true, force: true })
}

async function initialise(
  folder: string,
  cluster: Cluster,
  who: Identity,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const password = randomBytes(32).toString('hex')
  await writeFile(cluster.passwordFile, password, { mode: 0o600 })
  await chmod(cluster.passwordFile, 0o600)
  if (who.uid !== undefined) await chown(cluster.passwordFile, who.uid, who.gid ?? who.uid)
  const [command, args] = as(who, [
    binaries.initdb,
    '--pgdata',
    folder,
    '--username',
    superuser,
    `--pwfile=${cluster.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ])
  await run(command, args, childOptions(who)).catch((error: { stderr?: string }) => {
    const said = error.stderr?.trim().split('\n').at(-1) ?? String(error)
    throw new StartFailure(
      `The database could not be created in ${cluster.home} (${said}): mend that, then start again.`,
    )
  })
}

/** The new name must survive a power cut as surely as the files below it do. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
